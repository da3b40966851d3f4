import { readXml } from './xml-reader.ts'

export interface Remark {
  author: string
  text: string
}

/** So many comments are shown; no leader writes more on one draft. */
const MOST_REMARKS = 300

/** The comments of a Word document (word/comments.xml), in its order. @throws Failure `unreadable-file` */
export function readComments(xml: string | null): Remark[] {
  const remarks: Remark[] = []
  let remark: Remark | null = null
  let inText = false
  if (xml !== null)
    readXml(xml, {
      open(name, attribute) {
        if (name === 'w:comment') remark = { author: attribute('w:author') ?? '', text: '' }
        else if (name === 'w:t') inText = true
      },
      close(name) {
        if (name === 'w:t') inText = false
        else if (name === 'w:comment' && remark) {
          if (remark.text.trim() !== '' && remarks.length < MOST_REMARKS) remarks.push(remark)
          remark = null
        }
      },
      text(text) {
        if (inText && remark) remark.text += text
      },
    })
  return remarks
}
