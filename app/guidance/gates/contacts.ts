import type { Fault } from "../fault.ts";
import type { Contact } from "../schema/entry.ts";
import { lineInYaml } from "../yaml.ts";
import type { Block } from "./blocks.ts";
import { piecesOf, type EntryProse } from "./prose.ts";

/** A contact of an organisation with the place where it is written. */
interface WrittenContact {
  readonly contact: Contact;
  readonly organisation: string;
  readonly file: string;
  readonly line: number;
}

/** What is the same about two ways of writing one contact. */
function essenceOf({ channel, value }: Pick<Contact, "channel" | "value">): string {
  if (channel === "phone") return value.replaceAll(/\D/g, "").replace(/^00/, "");
  const bare = value
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:)?(?:www\.)?/, "")
    .replace(/[/\s]+$/, "");
  return channel === "telegram" ? bare.replace(/^(?:t\.me\/|telegram\.me\/|@)/, "@") : bare;
}

function contactsOf(entries: readonly EntryProse[]): readonly WrittenContact[] {
  return entries.flatMap(({ entry }) =>
    "contacts" in entry.data
      ? entry.data.contacts.map((contact, index) => ({
          contact,
          organisation: entry.id,
          file: entry.file,
          get line() {
            return lineInYaml(entry.yaml, ["contacts", index, "value"]);
          },
        }))
      : [],
  );
}

function doubled(contacts: readonly WrittenContact[]): Fault[] {
  const first = new Map<string, WrittenContact>();
  return contacts.flatMap((written) => {
    const essence = essenceOf(written.contact);
    const earlier = first.get(essence);
    if (earlier) {
      return [
        {
          file: written.file,
          line: written.line,
          problem: `${written.contact.value} is already written in ${earlier.file}:${String(earlier.line)}`,
          cure: `keep it in one place and link to organisations/${earlier.organisation}`,
        },
      ];
    }
    first.set(essence, written);
    return [];
  });
}

const contactForms: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: "e-mail address", pattern: /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu },
  { what: "messenger handle", pattern: /(?<![\p{L}\d.@/])@[A-Za-z]\w{3,}|\b(?:t\.me|telegram\.me|wa\.me|signal\.me)\/[\w+/]+/gu },
  // With +, with 8 800, or at least seven digits in groups as telephone numbers are written; a file number has no blanks or brackets.
  {
    what: "telephone number",
    pattern:
      /\+\d[\d\s\u00a0()-]{7,}\d|\b8[\s-]?\(?800\)?[\d\s-]{7,}|\(\d{2,5}\)\s?\d{2,3}[\s-]\d{2}[\s-]?\d{2}|\b\d{3}-\d{2}-\d{2}\b/gu,
  },
];

/** What may be the host of an address: words joined by points without blanks. */
const addressForm = /(?<![\p{L}\d.@-])[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?![\p{L}\d-])/gu;

/** The host of an address without `www.`, or undefined if it is none. */
function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, "") : undefined;
}

/** The organisation to which each host belongs. A host that is also the organisation's name, as with asyl.net, may be named. */
function hostsOfOrganisations(entries: readonly EntryProse[], contacts: readonly WrittenContact[]): ReadonlyMap<string, string> {
  const titles = entries.flatMap(({ entry }) =>
    entry.kind === "organisations" ? [...entry.texts.values()].map(({ head }) => head.title.toLowerCase()) : [],
  );
  const hosts = contacts.flatMap(({ contact, organisation }): [string, string][] => {
    const host = contact.channel === "web" ? hostOf(contact.value) : undefined;
    return host === undefined || titles.some((title) => title.includes(host)) ? [] : [[host, organisation]];
  });
  return new Map(hosts);
}

function inProse(entries: readonly EntryProse[], contacts: readonly WrittenContact[]): Fault[] {
  const hosts = hostsOfOrganisations(entries, contacts);
  const addresses = contacts.filter(({ contact }) => contact.channel === "address");
  return entries.flatMap(({ texts }) =>
    [...texts.values()].flatMap((prose) => {
      const file = prose.raw.file;
      const blocks: readonly Block[] = [...prose.sections.values()].flat();
      const written = piecesOf(prose).flatMap(({ line, text }) => [
        ...contactForms.flatMap(({ what, pattern }) =>
          [...text.matchAll(pattern)].map((match) => ({
            file,
            line,
            problem: `the ${what} ${match[0].trim()} stands in the text`,
            cure: "write it once, as a contact of the organisation, and link to organisations/<id>",
          })),
        ),
        ...[...text.matchAll(addressForm)].flatMap(([host]) => {
          const organisation = hosts.get(host.toLowerCase().replace(/^www\./, ""));
          return organisation === undefined
            ? []
            : [{ file, line, problem: `the address ${host} stands in the text`, cure: `link to organisations/${organisation}` }];
        }),
        ...addresses
          .filter(({ contact }) => text.includes(contact.value))
          .map(({ contact, organisation }) => ({
            file,
            line,
            problem: `the address ${contact.value} stands in the text`,
            cure: `link to organisations/${organisation}`,
          })),
      ]);
      const linked = blocks.flatMap(({ line, links }) =>
        links.flatMap((link) => {
          const organisation = hosts.get(hostOf(link) ?? "");
          return organisation === undefined
            ? []
            : [{ file, line, problem: `a link leads to ${link}`, cure: `link to organisations/${organisation} instead` }];
        }),
      );
      return [...written, ...linked];
    }),
  );
}

/** Each contact is written once in the whole content: at its organisation. */
export function checkContacts(entries: readonly EntryProse[]): Fault[] {
  const contacts = contactsOf(entries);
  return [...doubled(contacts), ...inProse(entries, contacts)];
}
