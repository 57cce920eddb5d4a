type Files = Record<string, Record<string, string>>;

/** Joins the files of one language; the same key twice is a mistake that must show. */
export function collect(files: Files): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [path, messages] of Object.entries(files)) {
    for (const [key, text] of Object.entries(messages)) {
      if (key in all) throw new Error(`message ${key} is said twice, again in ${path}`);
      all[key] = text;
    }
  }
  return all;
}
