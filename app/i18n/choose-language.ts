/** The language at the start of a path such as `/ru/topics`, or undefined. */
export function languageOfPath(pathname: string, languages: readonly string[]): string | undefined {
  const first = pathname.split("/")[1];
  return languages.find((language) => language === first);
}

/**
 * The best of our languages for an Accept-Language header (RFC 9110, section 12.5.4).
 * Languages of the former Soviet Union lead to Russian, since readers of them more often read Russian; everything else to English.
 */
export function chooseLanguage(header: string | null, languages: readonly string[]): string {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find((value) => value !== undefined);
      return { primary: tag.split("-")[0] ?? "", quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { primary } of wanted) {
    if (languages.includes(primary)) return primary;
    if (readsRussian.includes(primary) && languages.includes("ru")) return "ru";
  }
  return languages.includes("en") ? "en" : (languages[0] ?? "en");
}

const readsRussian = ["be", "uk", "kk", "ky", "uz", "tg", "tk", "az", "hy", "ka", "ce", "tt", "ba", "cv", "sah", "os", "av"];
