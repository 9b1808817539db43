import type { Fault } from "../fault.ts";
import type { RawEntry } from "../read.ts";
import type { Contact } from "../schema/entry.ts";
import { lineInYaml } from "../yaml.ts";
import { piecesOf, type EntryProse, type Prose } from "./prose.ts";

/** A contact with the organisation at which it is written. */
interface WrittenContact {
  readonly contact: Contact;
  readonly entry: RawEntry;
  /** Its place among the contacts of the organisation, from 0. */
  readonly index: number;
}

/** Where a contact is written. Found by reading the YAML again, so only for a fault. */
function placeOf({ entry, index }: WrittenContact): { readonly file: string; readonly line: number } {
  return { file: entry.file, line: lineInYaml(entry.yaml, ["contacts", index, "value"]) };
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
    "contacts" in entry.data ? entry.data.contacts.map((contact, index) => ({ contact, entry, index })) : [],
  );
}

/** Contacts that stand a second time. */
function doubled(contacts: readonly WrittenContact[]): Fault[] {
  const first = new Map<string, WrittenContact>();
  return contacts.flatMap((written) => {
    const essence = essenceOf(written.contact);
    const earlier = first.get(essence);
    if (earlier) {
      const { file, line } = placeOf(earlier);
      return [
        {
          ...placeOf(written),
          problem: `${written.contact.value} is already written in ${file}:${String(line)}`,
          cure: `keep it in one place and link to organisations/${earlier.entry.id}`,
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
  const hosts = contacts.flatMap(({ contact, entry }): [string, string][] => {
    const host = contact.channel === "web" ? hostOf(contact.value) : undefined;
    return host === undefined || titles.some((title) => title.includes(host)) ? [] : [[host, entry.id]];
  });
  return new Map(hosts);
}

/** Contacts in the words of a text: by their form, or because they are an organisation's. */
function writtenOut(
  prose: Prose,
  hosts: ReadonlyMap<string, string>,
  postalAddresses: readonly WrittenContact[],
): readonly Fault[] {
  const { file } = prose.raw;
  return piecesOf(prose).flatMap(({ line, text }) => {
    const fault = (what: string, cure: string): Fault => ({ file, line, problem: `the ${what} stands in the text`, cure });
    const byForm = contactForms.flatMap(({ what, pattern }) =>
      [...text.matchAll(pattern)].map(([found]) =>
        fault(`${what} ${found.trim()}`, "write it once, as a contact of the organisation, and link to organisations/<id>"),
      ),
    );
    const byHost = [...text.matchAll(addressForm)].flatMap(([host]) => {
      const organisation = hosts.get(host.toLowerCase().replace(/^www\./, ""));
      return organisation === undefined ? [] : [fault(`address ${host}`, `link to organisations/${organisation}`)];
    });
    const byPost = postalAddresses
      .filter(({ contact }) => text.includes(contact.value))
      .map(({ contact, entry }) => fault(`address ${contact.value}`, `link to organisations/${entry.id}`));
    return [...byForm, ...byHost, ...byPost];
  });
}

/** Links past an organisation's entry to its site. */
function linkedPast({ raw, sections }: Prose, hosts: ReadonlyMap<string, string>): readonly Fault[] {
  return [...sections.values()].flat().flatMap(({ line, links }) =>
    links.flatMap((link) => {
      const organisation = hosts.get(hostOf(link) ?? "");
      return organisation === undefined
        ? []
        : [{ file: raw.file, line, problem: `a link leads to ${link}`, cure: `link to organisations/${organisation} instead` }];
    }),
  );
}

/** Each contact is written once in the whole content: at its organisation. */
export function checkContacts(entries: readonly EntryProse[]): Fault[] {
  const contacts = contactsOf(entries);
  const hosts = hostsOfOrganisations(entries, contacts);
  const postalAddresses = contacts.filter(({ contact }) => contact.channel === "address");
  const texts = entries.flatMap((entry) => [...entry.texts.values()]);
  return [
    ...doubled(contacts),
    ...texts.flatMap((prose) => [...writtenOut(prose, hosts, postalAddresses), ...linkedPast(prose, hosts)]),
  ];
}
