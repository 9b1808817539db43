import { expect, it } from "vitest";
import { renderSection } from "../../app/guidance/markdown.ts";

const resolver = { citation: () => 1, entry: () => undefined };

function render(markdown: string): string {
  return renderSection({ anchor: "a", heading: "A", markdown, line: 1 }, "a.md", resolver).html;
}

it("a cell of a table bears the heading of its column, for screens on which a row is a block", () => {
  const html = render('| What | At *war* "now"[^s] |\n| --- | --- |\n| Leave | 5 years[^s] |\n| Flight | 10 years |\n');
  expect(html).toContain('<td role="cell" data-column="What">Leave</td>');
  expect(html.match(/<td role="cell" data-column="At war &quot;now&quot;">/g)).toHaveLength(2);
  expect(html).toMatch(
    /^<div class="table"><table role="table">\s*<thead role="rowgroup">\s*<tr role="row">\s*<th role="columnheader">What<\/th>/,
  );
  expect(html.trim()).toMatch(/<\/table><\/div>$/);
});

it("each table has its own headings, and a column without one has no empty label", () => {
  const html = render("| A | |\n| --- | --- |\n| 1 | 2 |\n\nText.\n\n| C |\n| --- |\n| 3 |\n");
  expect(html).toContain('<td role="cell" data-column="A">1</td>');
  expect(html).toContain('<td role="cell">2</td>');
  expect(html).toContain('<td role="cell" data-column="C">3</td>');
});
