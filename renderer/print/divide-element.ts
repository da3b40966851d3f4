/** The text node and the place in it of an offset into an element's text. */
function placeOf(element: HTMLElement, offset: number): { node: Text; at: number } | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let left = offset
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    if (left <= node.data.length) return { node, at: left }
    left -= node.data.length
  }
  return null
}

/** The line of an element on which the character before `offset` stands, from 0. */
export function lineOfEnd(element: HTMLElement, offset: number, lineHeight: number): number {
  const place = placeOf(element, offset)
  if (!place || place.at === 0) return 0
  const range = document.createRange()
  range.setStart(place.node, place.at - 1)
  range.setEnd(place.node, place.at)
  const box = range.getBoundingClientRect()
  return Math.floor(((box.top + box.bottom) / 2 - element.getBoundingClientRect().top) / lineHeight)
}

/** Takes what stands behind `offset` out of a paragraph, into one that goes on without indent or number. */
export function divideElement(element: HTMLElement, offset: number): HTMLElement {
  const rest = element.cloneNode(false) as HTMLElement
  delete rest.dataset.marker
  rest.classList.add('paper-continued')
  const place = placeOf(element, offset)
  if (place && element.lastChild) {
    const range = document.createRange()
    range.setStart(place.node, place.at)
    range.setEndAfter(element.lastChild)
    rest.append(range.extractContents())
  }
  return rest
}
