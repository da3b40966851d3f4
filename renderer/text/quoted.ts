/** Puts words of a paper in quotation marks; marks within become the inner ones (GB/T 15834-2011, 4.8). */
export function quoted(words: string): string {
  return `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`
}
