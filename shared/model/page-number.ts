/** How a page number is written; offices differ (GB/T 9704-2012, 7.5 has a dash on either side of the figure). */
export const PAGE_NUMBER_FORMS = ['spaced', 'tight', 'bare', 'of-total'] as const
export type PageNumberForm = (typeof PAGE_NUMBER_FORMS)[number] | 'lectern'

type Piece = 'page' | 'total' | { text: string }

const PIECES: Record<PageNumberForm, readonly Piece[]> = {
  spaced: [{ text: '— ' }, 'page', { text: ' —' }],
  tight: [{ text: '—' }, 'page', { text: '—' }],
  bare: ['page'],
  'of-total': [{ text: '第' }, 'page', { text: '页 共' }, 'total', { text: '页' }],
  lectern: [{ text: '第' }, 'page', { text: '页/共' }, 'total', { text: '页' }],
}

/** What a page number is put together from, for a program that fills in the figures itself. */
export const pageNumberPieces = (form: PageNumberForm): readonly Piece[] => PIECES[form]

/** The page number as it is printed: — 3 —. */
export function pageNumberText(form: PageNumberForm, page: number, total: number): string {
  return PIECES[form]
    .map((piece) => (piece === 'page' ? String(page) : piece === 'total' ? String(total) : piece.text))
    .join('')
}
