/** Clears what the browser holds of this site and goes to a page that tells nothing. */
export function loader(): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: "https://www.wikipedia.org/", "Clear-Site-Data": '"cookies", "storage"', "Cache-Control": "no-store" },
  });
}
