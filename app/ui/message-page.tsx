import type { ReactNode } from "react";
import { Kicker, kickerStyles } from "./kicker.tsx";
import { useLanguage } from "./language.tsx";
import css from "./message-page.css?inline";

export const messagePageStyles = [...kickerStyles, css];

/** One part of an entry as plain text to be copied; without a script, since a press selects it whole. @param props.back address of the part on its page */
export function MessagePage({ title, text, back }: { title: string; text: string; back: string }): ReactNode {
  const { t } = useLanguage();
  return (
    <>
      <Kicker href={back} label={t("message.back")} />
      <h1>{title}</h1>
      <p className="meta">{t("message.hint")}</p>
      <pre className="message" tabIndex={0} data-text="">
        {text}
      </pre>
    </>
  );
}
