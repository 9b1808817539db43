import { describe, expect, it } from "vitest";
import { groupOrganisations, countOrganisationRows, spreadGroups } from "../../app/ui/organisation-groups.ts";
import { OrganisationsPage } from "../../app/ui/organisations-page.tsx";
import { smallCatalogue, today } from "./content.ts";
import { render, words } from "./render.tsx";

/** More helpers beside the one of Kazakhstan and France. The order in which lists would show them is not that of their countries. */
const helpers = [
  { id: "worldwide", countries: "all", languages: "en", order: 1 },
  { id: "line", countries: "all", languages: "ru, en", order: 99 },
  { id: "swiss", countries: "ch", languages: "de", order: 2 },
  { id: "kazakh-bureau", countries: "kz", languages: "kk", order: 3 },
];

const catalogue = smallCatalogue((files) => {
  const path = "organisations/helpers";
  for (const { id, countries, languages, order } of helpers) {
    const data = (files.get(`${path}/entry.yaml`) ?? "")
      .replace("countries: [kz, fr]", `countries: [${countries}]`)
      .replace("languages: [ru, en]", `languages: [${languages}]`)
      .replace(/order: \d+/, `order: ${String(order)}`)
      .replaceAll("helpers", id);
    files.set(`organisations/${id}/entry.yaml`, data);
    for (const language of ["ru", "en"]) {
      const text = files.get(`${path}/${language}.md`) ?? "";
      files.set(`organisations/${id}/${language}.md`, text.replaceAll(/Помощники|Helpers/g, id));
    }
  }
});

function grouped(language: string): (string | readonly string[])[][] {
  return groupOrganisations(catalogue, language).map(({ place, members }) => [
    "country" in place ? place.name : place.anywhere,
    members.map(({ id }) => id),
  ]);
}

describe("the list of organisations", () => {
  it("begins with those for anyone, then goes by country in the order of their names in the reader's language", () => {
    expect(grouped("ru")).toEqual([
      ["in-russian", ["line"]],
      ["anywhere", ["worldwide"]],
      ["Казахстан", ["kazakh-bureau", "helpers"]],
      ["Франция", ["helpers"]],
      ["Швейцария", ["swiss"]],
    ]);
    expect(grouped("en").map(([name]) => name)).toEqual(["in-russian", "anywhere", "France", "Kazakhstan", "Switzerland"]);
  });

  it("shows every organisation under each of its places, and leads to each place from the top", () => {
    const page = render(<OrganisationsPage catalogue={catalogue} address="/ru/organisations" page={1} pages={1} today={today} />);
    const places = ["_in-russian", "_anywhere", "_kz", "_fr", "_ch"];
    expect([...page.matchAll(/<li[^>]*><a href="#([^"]+)"/g)].map((match) => match[1])).toEqual(places);
    expect([...page.matchAll(/<section class="part" id="([^"]+)"/g)].map((match) => match[1])).toEqual(places);
    expect(page.match(/href="\/ru\/organisations\/[a-z-]+"/g)).toHaveLength(countOrganisationRows(catalogue));
    expect(words(page)).toContain("В любой стране: отвечают по-русски line");
  });

  it("spreads a long list over pages without cutting a place in two, and leads to the page of each", () => {
    const groups = groupOrganisations(catalogue, "ru");
    expect([...spreadGroups(groups, 2).values()]).toEqual([1, 1, 1, 2, 2]);
    const second = render(
      <OrganisationsPage catalogue={catalogue} address="/ru/organisations" page={2} pages={2} today={today} />,
    );
    expect(second).toContain('href="/ru/organisations#_kz"');
    expect(second).toContain('href="#_ch"');
    expect(second).not.toContain('id="_kz"');
    const first = render(
      <OrganisationsPage catalogue={catalogue} address="/ru/organisations" page={1} pages={2} today={today} />,
    );
    expect(first).toContain('href="/ru/organisations?page=2#_ch"');
  });
});
