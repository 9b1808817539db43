import type { ReactNode } from "react";
import { textIn, type Catalogue, type Entry } from "../guidance/catalogue.ts";
import { languageName } from "../i18n/format.ts";
import { useLanguage } from "./language.tsx";
import css from "./letter-text.css?inline";

export const letterTextStyles = [css];

/** The section of a letter's text that is copied and sent. */
export const letterAnchor = "letter";

/**
 * The text of a letter with its blanks, which the reader fills in on the page: they are no form fields and are sent nowhere.
 * Where the addressee takes another language than the page's, that text comes first and the page's language explains it.
 */
export function LetterText({ catalogue, entry }: { catalogue: Catalogue; entry: Entry<"letters"> }): ReactNode {
  const { t, language } = useLanguage();
  const { sendIn } = entry.data;
  const own = textIn(catalogue, entry, language).text;
  const sent = entry.texts[sendIn];
  const hint = <p className="hint">{t(sendIn === "local" ? "letter.local" : "letter.hint")}</p>;
  if (!sent || sent === own) {
    return (
      <>
        {hint}
        <LetterBody html={htmlOf(own)} lang={own.language} />
      </>
    );
  }
  return (
    <>
      {hint}
      <h4>{t("letter.toSend", { language: languageName(sendIn, language) })}</h4>
      <LetterBody html={htmlOf(sent)} lang={sendIn} />
      <h4>{t("letter.meaning")}</h4>
      <div
        className="letter meaning"
        dangerouslySetInnerHTML={{
          __html: htmlOf(own).replaceAll(' contenteditable="true"', "").replaceAll(' role="textbox"', ""),
        }}
      />
    </>
  );
}

function htmlOf({ sections }: { readonly sections: readonly { readonly anchor: string; readonly html: string }[] }): string {
  return sections.find(({ anchor }) => anchor === letterAnchor)?.html ?? "";
}

/** A letter's text; the button shows only where a script can copy. */
function LetterBody({ html, lang }: { html: string; lang: string }): ReactNode {
  const { t } = useLanguage();
  return (
    <>
      <div className="letter" lang={lang} data-letter="" dangerouslySetInnerHTML={{ __html: html }} />
      <p>
        <button type="button" className="button quiet" data-copy-letter="" hidden>
          {t("letter.copy")}
        </button>{" "}
        <span role="status" hidden>
          {t("letter.copied")}
        </span>
      </p>
    </>
  );
}
