// XML 1.0 has no place for these, not even escaped; a lone half of a surrogate pair cannot be written as UTF-8.
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** The text without characters that no XML file can hold. */
export function writable(text: string): string {
  return text.replace(UNWRITABLE, '')
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escapeXml(text: string): string {
  return writable(text).replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char)
}
