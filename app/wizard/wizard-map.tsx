import { Fragment, type ReactNode } from "react";
import { countryClasses, listEntries, textIn } from "../guidance/catalogue.ts";
import { adviceKinds } from "../guidance/schema/entry.ts";
import { IndexList, indexListStyles } from "../ui/index-list.tsx";
import { Kicker, kickerStyles } from "../ui/kicker.tsx";
import { useLanguage } from "../ui/language.tsx";
import { Part, partStyles } from "../ui/part.tsx";
import { drawingOf, numbersOf } from "./drawing-layout.ts";
import { chartOf, type ChartNode, type FlowChart } from "./flow-chart.ts";
import { FlowDrawing, Outline } from "./flow-drawing.tsx";
import conditionTableCss from "./condition-table.css?inline";
import drawingCss from "./flow-drawing.css?inline";
import { nodeWords, waysInWords, wizardName } from "./map-words.ts";
import type { WizardView } from "./view.ts";
import css from "./wizard-map.css?inline";

export const wizardMapStyles = [...kickerStyles, ...indexListStyles, ...partStyles, drawingCss, conditionTableCss, css];

/** Address of a wizard's map, without origin and language. */
export function mapPath(number: number): string {
  return `/questions/${String(number)}/map`;
}

/** How a wizard's questions lead on, for volunteers and editors: the drawing, the same as a table, and the lists of its advice. */
export function WizardMap({ view }: { view: WizardView }): ReactNode {
  const { t, language } = useLanguage();
  const chart = chartOf(view.flow, { countryClasses: countryClasses(view.catalogue), today: view.today });
  const drawing = drawingOf(chart, (id) => nodeWords(view, t, id), t("map:letters"));
  const kinds = adviceKinds.map((kind) => ({ kind, count: view.rules.advice.filter((rule) => rule.kind === kind).length }));
  const name = wizardName(view.text, view.person, t);
  return (
    <>
      <Kicker href={`/${language}/questions`} label={t("questions.title")} />
      <h1>{name}</h1>
      <p className="lead">{t("map:lead")}</p>
      <p>
        <a href={`/${language}/questions/${String(view.number)}`}>{t("map:ask")}</a>
      </p>
      {view.rules.advice.length === 0 ? null : (
        <Part anchor="advice" heading={t("map:advice")}>
          <p>{t("map:adviceLead")}</p>
          <IndexList
            items={kinds
              .filter(({ count }) => count > 0)
              .map(({ kind, count }) => ({
                href: `/${language}${mapPath(view.number)}/${kind}`,
                label: t(`kinds.${kind}`),
                note: String(count),
              }))}
          />
        </Part>
      )}
      <Part anchor="drawing" heading={t("map:heading")}>
        <p>{t("map:hint")}</p>
        <Legend chart={chart} />
        <div className="flow-box">
          <FlowDrawing
            drawing={drawing}
            title={`${t("map:drawing")}: ${name}`}
            description={t("map:describe", { count: numbersOf(chart).size })}
          />
        </div>
      </Part>
      <Part anchor="ways" heading={t("map:ways")}>
        <WayTable view={view} chart={chart} />
      </Part>
      <Part anchor="others" heading={t("map:others")}>
        <OtherMaps view={view} />
      </Part>
    </>
  );
}

const shapes = ["question", "pause", "plan", "wizard"] as const satisfies readonly ChartNode["kind"][];

/** What the shapes of the drawing mean, as far as it has them. */
function Legend({ chart }: { chart: FlowChart }): ReactNode {
  const { t } = useLanguage();
  return (
    <ul className="shapes plain">
      {shapes
        .filter((shape) => chart.some(({ kind }) => kind === shape))
        .map((shape) => (
          <li key={shape}>
            <svg className="flow" viewBox="0 -1 54 36" width="38" height="25" aria-hidden="true">
              <Outline kind={shape} width={54} height={34} />
            </svg>
            {t(`map:legend.${shape}`)}
          </li>
        ))}
    </ul>
  );
}

function WayTable({ view, chart }: { view: WizardView; chart: FlowChart }): ReactNode {
  const { t } = useLanguage();
  const numbers = numbersOf(chart);
  return (
    <table className="conditions ways-on">
      <thead>
        <tr>
          <th scope="col">{t("map:way")}</th>
          <th scope="col">{t("map:when")}</th>
          <th scope="col">{t("map:next")}</th>
        </tr>
      </thead>
      {chart
        .filter(({ ways }) => ways.length > 0)
        .map((node) => (
          <tbody key={node.id}>
            <tr>
              <th scope="rowgroup" colSpan={3}>
                {`${String(numbers.get(node.id) ?? "")}. ${nodeWords(view, t, node.id)}`}
              </th>
            </tr>
            {waysInWords(view, t, chart, node).map(({ label, to, cases }) => (
              <tr key={to}>
                {label === "" ? <td /> : <th scope="row">{label}</th>}
                <td>
                  {cases.map((conditions, index) => (
                    <p key={conditions.join()}>
                      {index === 0 ? null : `${t("map:or")} `}
                      {conditions.map((words, place) => (
                        <Fragment key={words}>
                          {place === 0 ? null : <br />}
                          {place === 0 ? words : `${t("map:and")} ${words}`}
                        </Fragment>
                      ))}
                    </p>
                  ))}
                </td>
                <td>
                  <Target view={view} id={to} number={numbers.get(to)} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
    </table>
  );
}

/** Where a way leads: the number of a question, and its words; to other questions, a link to their map. */
function Target({ view, id, number }: { view: WizardView; id: string; number: number | undefined }): ReactNode {
  const { t, language } = useLanguage();
  const words = nodeWords(view, t, id);
  if (number !== undefined) return `→ ${String(number)}. ${words}`;
  const wizard = view.catalogue.entries.wizards.get(id);
  const own = wizard && ownWizards(view).find(({ data }) => data.flow === wizard.data.flow);
  return own ? <>→ {<a href={`/${language}${mapPath(own.data.number)}`}>{words}</a>}</> : `→ ${words}`;
}

/** The wizards that have a map: of each flow the one in which the reader answers about himself. */
function ownWizards({ catalogue, language }: WizardView) {
  return listEntries(catalogue, "wizards", language)
    .filter(({ data }) => data.person === "self")
    .sort((a, b) => a.data.number - b.data.number);
}

function OtherMaps({ view }: { view: WizardView }): ReactNode {
  const { language } = useLanguage();
  return (
    <IndexList
      items={ownWizards(view)
        .filter(({ data }) => data.number !== view.number)
        .map((entry) => ({
          href: `/${language}${mapPath(entry.data.number)}`,
          label: textIn(view.catalogue, entry, language).text.title,
        }))}
    />
  );
}
