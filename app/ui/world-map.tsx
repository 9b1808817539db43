import type { ReactNode } from "react";
import { listEntries, type Catalogue } from "../guidance/catalogue.ts";
import { isStated } from "../guidance/comparison.ts";
import type { PictureKey } from "../guidance/world-picture.ts";
import { Kicker, kickerStyles } from "./kicker.tsx";
import { useLanguage } from "./language.tsx";
import { Part, partStyles } from "./part.tsx";
import { TileMap, tileMapStyles, TilePatterns } from "./tile-map.tsx";

export const worldMapStyles = [...kickerStyles, ...partStyles, ...tileMapStyles];

const facts = ["return-risk", "entry-document"] as const satisfies readonly PictureKey[];

/**
 * The pictures of the world for the facts that any country states, each with the way to the table that has the dates and sources.
 * @param props.today YYYY-MM-DD
 */
export function WorldMap({ catalogue, today }: { catalogue: Catalogue; today: string }): ReactNode {
  const { t, language } = useLanguage();
  const countries = listEntries(catalogue, "countries", language);
  const pictured = facts.filter((fact) => isStated(countries, fact, today));
  return (
    <>
      <Kicker href={`/${language}/compare`} label={t("compare:title")} />
      <h1>{t("compare:map.title")}</h1>
      <p className="lead">{t("compare:map.lead")}</p>
      <TilePatterns />
      {pictured.map((fact) => (
        <Part key={fact} anchor={fact} heading={t(`compare:map.${fact}.heading`)}>
          <p>
            {`${t(`compare:map.${fact}.about`)} `}
            {fact === "return-risk" ? `${t("compare:notSafe")} ` : null}
            <a href={`/${language}/compare/${fact}`}>{t("compare:map.dates")}</a>
          </p>
          <TileMap catalogue={catalogue} countries={countries} fact={fact} today={today} />
        </Part>
      ))}
      <p className="meta">{t("compare:legend")}</p>
    </>
  );
}
