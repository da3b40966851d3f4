import type { PaperLayout } from './page-design.ts'

/** Longer names make paths that Windows refuses (260 characters in all). */
const LONGEST_NAME = 80
// biome-ignore lint/suspicious/noControlCharactersInRegex: Windows refuses control characters in names
const FORBIDDEN = /[\u0000-\u001f\\/:*?"<>|\u2028\u2029]/g
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * A name for an exported paper that Windows takes too: 在…会议上的讲话（大字稿）.docx.
 * @param title may be empty; @param date stands in for it then.
 */
export function exportFileName(paper: { title: string; layout: PaperLayout; date: string; ending?: string }): string {
  const { title, layout, date, ending = '.docx' } = paper
  const suffix = layout === 'podium' ? '（大字稿）' : ''
  const cleaned = Array.from(title.normalize('NFC').replace(FORBIDDEN, ''))
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const stem = cleaned === '' || DEVICES.test(cleaned) ? `文稿 ${date.slice(0, 10)}`.trim() : cleaned
  return `${stem.replace(FORBIDDEN, '')}${suffix}${ending}`
}

/** 讲话.docx, 讲话（2）.docx … */
export function numberedName(name: string, count: number): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? []
  return count === 1 ? name : `${stem}（${count}）${ending}`
}
