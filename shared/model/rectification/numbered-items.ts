/** What a line that belongs to the item above begins with. */
const INDENT = '　　'

/**
 * Several texts in one cell, numbered where there are more than one; further lines of a text stand indented below it.
 * Nothing at all where all are empty.
 */
export function joinItems(texts: readonly string[]): string {
  if (texts.every((text) => text.trim() === '')) return ''
  return texts
    .map((text, index) => (texts.length > 1 ? `${index + 1}. ${text}` : text).replace(/\n/g, `\n${INDENT}`))
    .join('\n')
}

/**
 * The texts again. A line is a new item when the next number stands before it; so lists by other hands are read too.
 * @param expected how many there are, where that is known: a single one keeps a number it begins with, and an empty
 * cell means that all are empty
 */
export function splitItems(cell: string, expected?: number): string[] {
  if (cell.trim() === '') return Array<string>(expected ?? 0).fill('')
  const items: string[] = []
  for (const line of cell.split('\n')) {
    const number = /^(\d{1,3})[.．、](?: |$)?(.*)$/s.exec(line)
    if (number && Number(number[1]) === items.length + 1) items.push(number[2] ?? '')
    else if (items.length === 0) items.push(line)
    else items[items.length - 1] += `\n${line.startsWith(INDENT) ? line.slice(INDENT.length) : line}`
  }
  const isSingle = items.length === 1 || expected === 1
  return isSingle ? [cell.replaceAll(`\n${INDENT}`, '\n')] : items
}
