import { closeHistory } from 'prosemirror-history'
import { type Command, type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { PaperNode } from '../../shared/model/schema.ts'
import type { TextView } from '../../shared/model/text-view.ts'
import { isComposing } from './composition.ts'
import { findAll, firstFrom, type SearchOptions } from './search-text.ts'
import { writtenText } from './text-views.ts'

export interface Match {
  from: number
  to: number
  /** False inside a fact or a counted number, which are not written in the text. */
  replaceable: boolean
}

export interface Search extends SearchOptions {
  /** Which bar is open. */
  open: 'find' | 'replace' | null
  query: string
  matches: readonly Match[]
  /** Index of the match the user is at, -1 where there is none. */
  current: number
}

interface SearchState extends Search {
  decorations: DecorationSet
  stale: boolean
}

type Change = Partial<Pick<Search, 'open' | 'query' | 'matchCase' | 'current'>> & {
  /** Position to go on from. */
  from?: number
}

const key = new PluginKey<SearchState>('search')

export function searchOf(state: EditorState): Search {
  return key.getState(state) ?? closed
}

const closed: SearchState = {
  open: null,
  query: '',
  matchCase: false,
  matches: [],
  current: -1,
  decorations: DecorationSet.empty,
  stale: false,
}

function matchesIn(doc: PaperNode, view: TextView, search: Search): Match[] {
  return findAll(view.text, search.query, search).map((range) => {
    const { from, to } = view.documentRange(range)
    return { from, to, replaceable: writtenText(doc, from, to) === view.text.slice(range.start, range.end) }
  })
}

function draw(state: SearchState, doc: PaperNode): SearchState {
  const decorations = state.matches
    .filter(({ from, to }) => from < to)
    .map(({ from, to }, index) =>
      Decoration.inline(from, to, { class: index === state.current ? 'found found-current' : 'found' }),
    )
  return { ...state, decorations: DecorationSet.create(doc, decorations) }
}

/** Finds in what the user reads, facts and numbers included. */
export function searchPlugin(viewOf: (doc: PaperNode) => TextView): Plugin<SearchState> {
  const look = (search: SearchState, state: EditorState, from: number): SearchState => {
    const matches = search.open ? matchesIn(state.doc, viewOf(state.doc), search) : []
    const current = firstFrom(
      matches.map((match) => ({ start: match.from, end: match.to })),
      from,
    )
    return draw({ ...search, matches, current, stale: false }, state.doc)
  }
  return new Plugin<SearchState>({
    key,
    state: {
      init: () => closed,
      apply(transaction, search, before, state) {
        const change: Change | undefined = transaction.getMeta(key)
        if (change?.open === null) return closed
        if (change?.current !== undefined) return draw({ ...search, current: change.current }, state.doc)
        if (change) {
          const { from = search.matches[search.current]?.from ?? before.selection.from, ...changed } = change
          return look({ ...search, ...changed }, state, from)
        }
        if (!search.open) return search
        if (transaction.docChanged && isComposing(state))
          return { ...search, decorations: search.decorations.map(transaction.mapping, state.doc), stale: true }
        if (!transaction.docChanged && !search.stale) return search
        const at = search.matches[search.current]?.from ?? state.selection.from
        return look(search, state, transaction.mapping.map(at))
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
  })
}

const change = (transaction: Transaction, to: Change): Transaction => transaction.setMeta(key, to)

/** Opens the bar; a short selection is what is looked for. */
export function openSearch(open: 'find' | 'replace'): Command {
  return (state, dispatch) => {
    const { from, to, empty, $from, $to } = state.selection
    const selected = !empty && $from.sameParent($to) ? state.doc.textBetween(from, to) : ''
    const query = selected && selected.length <= 60 ? { query: selected } : {}
    dispatch?.(change(state.tr, { open, ...query }))
    return true
  }
}

export const closeSearch: Command = (state, dispatch) => {
  if (!searchOf(state).open) return false
  dispatch?.(change(state.tr, { open: null }))
  return true
}

/** Looks for something else, or the same once more with other facts. */
export function setSearch(to: { query?: string; matchCase?: boolean }): Command {
  return (state, dispatch) => {
    dispatch?.(change(state.tr, to))
    return true
  }
}

/** Goes to the next match (1) or the one before (-1), round the end, and selects it. */
export function goToMatch(step: 1 | -1): Command {
  return (state, dispatch) => {
    const { matches, current } = searchOf(state)
    if (matches.length === 0) return false
    const here = matches[current]
    const selected = here && state.selection.from === here.from && state.selection.to === here.to
    const next = selected || step < 0 ? (current + step + matches.length) % matches.length : Math.max(current, 0)
    const match = matches[next]
    if (!match) return false
    const tr = state.tr.setSelection(TextSelection.create(state.doc, match.from, match.to))
    dispatch?.(change(tr, { current: next }).scrollIntoView())
    return true
  }
}

/** Replaces the match the user is at; the next one is where he is then. */
export function replaceMatch(text: string): Command {
  return (state, dispatch) => {
    const { matches, current } = searchOf(state)
    const match = matches[current]
    if (!match?.replaceable) return false
    const tr = closeHistory(state.tr).insertText(text, match.from, match.to)
    dispatch?.(change(tr, { from: match.from + text.length }))
    return true
  }
}

/** Replaces every match that is written in the text, as one undo step. */
export function replaceAll(text: string): Command {
  return (state, dispatch) => {
    const matches = searchOf(state).matches.filter((match) => match.replaceable)
    if (matches.length === 0) return false
    const tr = closeHistory(state.tr)
    for (const { from, to } of matches.toReversed()) tr.insertText(text, from, to)
    dispatch?.(tr)
    return true
  }
}
