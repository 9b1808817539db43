import type { ReactNode } from "react";
import type { Catalogue } from "../guidance/catalogue.ts";
import { kindsReadInFull } from "../guidance/schema/entry.ts";
import { formatDate } from "../i18n/format.ts";
import { Button } from "./button.tsx";
import { indexListStyles } from "./index-list.tsx";
import { useLanguage } from "./language.tsx";
import { SearchFilters } from "./search-filters.tsx";
import { SearchForm, searchFormStyles } from "./search-form.tsx";
import { SearchHelp } from "./search-help.tsx";
import { SearchFields, type SearchOutcome, type SearchResult } from "./search-outcome.tsx";
import css from "./search-page.css?inline";

export const searchPageStyles = [...searchFormStyles, ...indexListStyles, css];

interface SearchPageProps {
  readonly catalogue: Catalogue;
  /** Null if nothing was asked. */
  readonly outcome: SearchOutcome | null;
  /** Text of the island; null if there is none. */
  readonly island: string | null;
}

/** The search page: the form, and what was found or help. */
export function SearchPage({ catalogue, outcome, island }: SearchPageProps): ReactNode {
  const { t } = useLanguage();
  return (
    <>
      <h1>{t("search:title")}</h1>
      <SearchForm text={outcome?.text ?? ""} withIsland={island !== null} />
      {outcome === null ? (
        <>
          <p className="meta">{t("search:hint")}</p>
          <SearchHelp catalogue={catalogue} title={t("search:empty.title")} text={t("search:empty.text")} />
        </>
      ) : (
        <>
          {outcome.repaired === undefined ? null : <Repaired outcome={outcome} repaired={outcome.repaired} />}
          <SearchFilters catalogue={catalogue} outcome={outcome} />
          {outcome.total === 0 ? <NothingFound catalogue={catalogue} outcome={outcome} /> : <Results outcome={outcome} />}
        </>
      )}
      {island === null ? null : <script dangerouslySetInnerHTML={{ __html: island }} />}
    </>
  );
}

function NothingFound({ catalogue, outcome }: { catalogue: Catalogue; outcome: SearchOutcome }): ReactNode {
  const { t, language } = useLanguage();
  const { withoutFilters = 0 } = outcome.nearest ?? {};
  return (
    <>
      {withoutFilters > 0 ? (
        <form method="post" action={`/${language}/search`}>
          <input type="hidden" name="q" value={outcome.text} />
          <p className="notice">
            {`${t("search:nothing.filtered", { count: withoutFilters })} `}
            <Button quiet>{t("search:nothing.withoutFilters")}</Button>
          </p>
        </form>
      ) : null}
      <SearchHelp
        catalogue={catalogue}
        title={t("search:nothing.title")}
        text={t("search:nothing.text")}
        nearest={outcome.nearest}
      />
    </>
  );
}

function Repaired({ outcome: { text }, repaired }: { outcome: SearchOutcome; repaired: string }): ReactNode {
  const { t, language } = useLanguage();
  return (
    <form method="post" action={`/${language}/search`}>
      <input type="hidden" name="q" value={text} />
      <p className="notice">
        {`${t("search:repaired", { text: repaired })} `}
        <Button quiet name="exact" value="1">
          {t("search:asTyped", { text })}
        </Button>
      </p>
    </form>
  );
}

function Results({ outcome }: { outcome: SearchOutcome }): ReactNode {
  const { t, language } = useLanguage();
  const { results, total, from, page, pages } = outcome;
  return (
    <section aria-labelledby="_found">
      <h2 id="_found">{t("search:found", { count: total })}</h2>
      <ol className="results plain">
        {results.map((result) => (
          <Result key={result.href} result={result} />
        ))}
      </ol>
      {pages > 1 ? (
        <form className="paging" method="post" action={`/${language}/search`}>
          <SearchFields outcome={outcome} />
          {page > 1 ? (
            <Button quiet name="page" value={String(page - 1)}>
              {t("search:previous")}
            </Button>
          ) : null}
          <span className="meta">{t("search:page", { from, to: from + results.length - 1, total })}</span>
          {page < pages ? (
            <Button quiet name="page" value={String(page + 1)}>
              {t("search:next")}
            </Button>
          ) : null}
        </form>
      ) : null}
      <form className="link" action={`/${language}/search`}>
        <SearchFields outcome={outcome} />
        <Button quiet describedBy="_link-hint">
          {t("search:link")}
        </Button>
        <p id="_link-hint" className="meta">
          {t("search:linkHint")}
        </p>
      </form>
    </section>
  );
}

function Result({ result }: { result: SearchResult }): ReactNode {
  const { t, language } = useLanguage();
  const { href, textHref, title, heading, kind, snippet, freshness } = result;
  // A step's section is called «Как это сделать» like all others', so that its title has to tell.
  const isNamed = heading !== "" && kindsReadInFull.includes(kind);
  const crumbs = [t(`kinds.${kind}`), ...(isNamed ? [title] : [])];
  const marks = [
    freshness && t("search:reviewed", { date: formatDate(freshness.reviewedOn, language) }),
    freshness && !freshness.checkedByLawyer ? t("search:noLawyer") : undefined,
  ].filter((mark) => mark !== undefined);
  return (
    <li>
      <a href={href} data-result="">
        <small>{`${crumbs.join(" › ")} › `}</small>
        {isNamed ? heading : title}
        {isNamed || heading === "" ? null : <small> {heading}</small>}
      </a>
      <p>{snippet.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text))}</p>
      <p className="foot meta">
        <span>
          {marks.join(" · ")}
          {freshness?.overdue ? <b>{` · ${t("search:overdue")}`}</b> : null}
        </span>
        <a href={textHref} data-copy="" aria-label={`${t("message.link")}: ${heading === "" ? title : `${title} › ${heading}`}`}>
          {t("message.link")}
        </a>
      </p>
    </li>
  );
}
