import type { ReactNode } from "react";
import { textIn, type Catalogue, type Entry } from "../guidance/catalogue.ts";
import { sectionOfFact } from "../guidance/comparison.ts";
import { freshness } from "../guidance/freshness.ts";
import { pictureOf, type PictureGroup, type PictureKey, type PictureValue } from "../guidance/world-picture.ts";
import { FactMargin } from "./facts.tsx";
import { confidenceStyles } from "./confidence.tsx";
import { useLanguage } from "./language.tsx";
import css from "./tile-map.css?inline";

export const tileMapStyles = [...confidenceStyles, css];

/** How squares look: the number of a filling in the CSS and a sign. No two of a picture share either, so that no colour is needed. */
const looks = {
  "refusers-handed-over": { number: 1, sign: "✕" },
  "refusers-seized": { number: 2, sign: "▲" },
  "others-handed-over": { number: 3, sign: "◆" },
  "none-known-transit": { number: 7, sign: "!" },
  "none-known": { number: 4, sign: "○" },
  "internal-passport": { number: 4, sign: "✓" },
  "foreign-passport": { number: 3, sign: "✕" },
  unknown: { number: 5, sign: "?" },
  unstated: { number: 6, sign: "–" },
} as const satisfies Record<PictureValue, { readonly number: number; readonly sign: string }>;

/** Length of a square with the gap beside it, and of the square alone. */
const pitch = 38;
const side = 36;

/** The fillings of the squares. To be put once into a page with tile maps. */
export function TilePatterns(): ReactNode {
  return (
    <svg width="0" height="0" aria-hidden="true" className="patterns">
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 0h6v6H0z" stroke="none" />
          <path d="M0 0l6 6M6 0L0 6" strokeWidth="1.6" />
        </pattern>
        <pattern id="lines" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 0h6v6H0z" stroke="none" />
          <path d="M-1 1l2-2M0 6l6-6M5 7l2-2" strokeWidth="1.4" />
        </pattern>
        <pattern id="back" width="9" height="9" patternUnits="userSpaceOnUse">
          <path d="M0 0h9v9H0z" stroke="none" />
          <path d="M0 0l9 9M-1 8l2 2M8-1l2 2" strokeWidth="1.2" />
        </pattern>
        <pattern id="dots" width="8" height="8" patternUnits="userSpaceOnUse">
          <circle cx="2" cy="2" r="1" />
          <circle cx="6" cy="6" r="1" />
        </pattern>
      </defs>
    </svg>
  );
}

interface TileMapProps {
  readonly catalogue: Catalogue;
  /** All countries, in the order of their names. */
  readonly countries: readonly Entry<"countries">[];
  readonly fact: PictureKey;
  /** YYYY-MM-DD */
  readonly today: string;
}

/**
 * A picture of the world by one fact, a square for each country, each leading to the section that says more;
 * below it the legend with the names of the countries, which says everything that the picture says.
 */
export function TileMap({ catalogue, countries, fact, today }: TileMapProps): ReactNode {
  const { t } = useLanguage();
  const groups = pictureOf(countries, fact, today);
  const { tiles } = catalogue;
  const places = countries.flatMap(({ id }) => tiles.get(id) ?? []);
  const columns = Math.max(0, ...places.map(({ column }) => column + 1));
  const rows = Math.max(0, ...places.map(({ row }) => row + 1));
  return (
    <>
      {places.length > 0 ? (
        <svg
          className="tiles"
          viewBox={`-1 -1 ${String(columns * pitch)} ${String(rows * pitch)}`}
          role="group"
          aria-label={t(`compare:map.${fact}.heading`)}
        >
          {groups.flatMap((group) =>
            group.countries.map(({ country }) => (
              <CountryTile key={country.id} catalogue={catalogue} country={country} fact={fact} value={group.value} />
            )),
          )}
        </svg>
      ) : null}
      <div className="legend">
        {groups.map((group) => (
          <LegendGroup key={group.value} catalogue={catalogue} fact={fact} group={group} today={today} />
        ))}
      </div>
    </>
  );
}

/** A value of a picture in words. */
function useValueWords(fact: PictureKey): (value: PictureValue) => string {
  const { t } = useLanguage();
  return (value) => {
    if (value === "unknown") return `${t("facts:unknown")}: ${t("compare:map.unknown")}`;
    if (value === "unstated") return t("compare:unstated");
    if (value === "none-known-transit") return t("compare:map.transit");
    // Which words go with which fact only the schema knows; a test proves that every value has its words.
    return t(`facts:value.${fact}.${value}`, { defaultValue: value });
  };
}

interface CountryTileProps {
  readonly catalogue: Catalogue;
  readonly country: Entry<"countries">;
  readonly fact: PictureKey;
  readonly value: PictureValue;
}

function CountryTile({ catalogue, country, fact, value }: CountryTileProps): ReactNode {
  const { t, language } = useLanguage();
  const words = useValueWords(fact);
  const tile = catalogue.tiles.get(country.id);
  if (!tile) return null;
  const { title } = textIn(catalogue, country, language).text;
  const label = t("compare:map.tile", { country: title, code: country.id.toUpperCase(), value: words(value) });
  return (
    <g
      className={`look${String(looks[value].number)}`}
      transform={`translate(${String(tile.column * pitch)} ${String(tile.row * pitch)})`}
    >
      <a href={`/${language}/countries/${country.id}#${sectionOfFact(fact)}`} aria-label={label}>
        <title>{label}</title>
        <TileFace value={value} code={country.id} />
      </a>
    </g>
  );
}

/** What a square looks like: filling, code, and sign. */
function TileFace({ value, code }: { value: PictureValue; code?: string }): ReactNode {
  const { number, sign } = looks[value];
  const middle = code === undefined ? 18 : 26;
  return (
    <>
      <rect width={side} height={side} rx="2" />
      {number === 1 ? null : <circle cx={side / 2} cy={middle} r="7.5" />}
      {code === undefined ? null : (
        <text x={side / 2} y="15.5">
          {code.toUpperCase()}
        </text>
      )}
      <text x={side / 2} y={middle + 6}>
        {sign}
      </text>
    </>
  );
}

interface LegendGroupProps {
  readonly catalogue: Catalogue;
  readonly fact: PictureKey;
  readonly group: PictureGroup;
  readonly today: string;
}

/** One look of the squares, what it means, and the countries that have it, with date and confidence. */
function LegendGroup({ catalogue, fact, group, today }: LegendGroupProps): ReactNode {
  const { t, language } = useLanguage();
  const words = useValueWords(fact);
  return (
    <section>
      <h3>
        <svg viewBox="-1 -1 38 38" aria-hidden="true" className={`tiles look${String(looks[group.value].number)}`}>
          <TileFace value={group.value} />
        </svg>
        {words(group.value)}
      </h3>
      <ul className="plain">
        {group.countries.map(({ country, fact: decisive }) => (
          <li key={country.id}>
            <a href={`/${language}/countries/${country.id}#${sectionOfFact(fact)}`}>
              {textIn(catalogue, country, language).text.title}
            </a>
            <small>
              <span>{country.id.toUpperCase()}</span>
              {freshness(country.data.review, today).overdue ? <span>{t("search:overdue")}</span> : null}
              {decisive && decisive.value !== "unknown" ? <FactMargin fact={decisive} /> : null}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
