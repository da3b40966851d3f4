import { closeHistory, history } from 'prosemirror-history'
import { type Command, EditorState, type Plugin, Selection, TextSelection, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { type PaperNode, paperSchema } from '../../shared/model/schema.ts'
import type { FactText } from '../../shared/model/text-view.ts'
import type { Range } from '../../shared/text/sentences.ts'
import { editorAction } from './actions.ts'
import { announcedCountPlugin } from './announced-count.ts'
import { insertParagraph } from './commands/insert.ts'
import { moveSection } from './commands/move.ts'
import { addRemark, changeRemark, remarksPlugin } from './commands/remarks.ts'
import { compositionPlugin, isComposing } from './composition.ts'
import { copyPlugin } from './copy.ts'
import type { EditorHandle, EditorProps, HighlightSet, SelectionInfo } from './editor-handle.ts'
import { factGuardPlugin } from './fact-guard.ts'
import { factPickerPlugin } from './fact-picker.ts'
import { FactViews } from './fact-view.ts'
import { flashPlugin, highlightsPlugin, setFlash, setHighlights } from './highlights.ts'
import { keysPlugin } from './keys.ts'
import { addedText, isPasted, pastePlugin } from './paste.ts'
import { type Replacement, replaceAllIn } from './replace-in-paper.ts'
import { searchOf, searchPlugin, setSearch } from './search.ts'
import { redrawStructure, structurePlugin } from './structure.ts'
import { TextViews, writtenText } from './text-views.ts'
import { typedMarkerPlugin } from './typed-marker.ts'
import { restoreUndo, storeUndo } from './undo-steps.ts'

/** Undo reaches this many steps back. */
const HISTORY_DEPTH = 1000
/** Typing without a longer pause is undone together; milliseconds. */
const UNDO_PAUSE = 800
const FLASH_FOR = 1600

/** What the editor tells the component around it. */
export interface EditorEvents
  extends Pick<EditorProps, 'onChange' | 'onPasted' | 'onSelection' | 'onHighlightClick' | 'onFactActivate'> {
  /** After every change of state: for the search bar and the fact picker. */
  onState(state: EditorState): void
  /** A key while the fact picker is open; true when it took it. */
  onPickerKey(key: string): boolean
}

/** The editor without the component around it: one view for one paper, created once. */
export class PaperEditor implements EditorHandle {
  readonly editorView: EditorView
  private readonly events: () => EditorEvents
  private readonly titleCharacters: () => number
  private readonly history = history({ depth: HISTORY_DEPTH, newGroupDelay: UNDO_PAUSE })
  private readonly texts: TextViews
  private readonly facts: FactViews
  private factText: FactText
  private waiting: (() => void)[] = []
  private unreported = false
  private readonly listeners = new Set<() => void>()
  private lastSelection = ''
  private flashTimer: ReturnType<typeof setTimeout> | undefined

  constructor(
    mount: HTMLElement,
    options: {
      doc: PaperNode
      factText: FactText
      /** What an earlier editor of this document kept of its undo. */
      undoSteps?: string | null
      /** Full-width characters on a line of the title. */
      titleCharacters: () => number
      editable: () => boolean
      events: () => EditorEvents
    },
  ) {
    this.events = options.events
    this.factText = options.factText
    this.titleCharacters = options.titleCharacters
    this.texts = new TextViews(options.factText)
    this.facts = new FactViews(options.factText)
    this.editorView = new EditorView(mount, {
      state: this.firstState(options.doc, options.undoSteps ?? null),
      editable: options.editable,
      nodeViews: { fact: this.facts.create },
      attributes: {
        class: 'paper',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': '文稿正文',
        tabindex: '0',
        spellcheck: 'false',
        autocorrect: 'off',
        autocapitalize: 'off',
      },
      dispatchTransaction: (transaction) => this.dispatch(transaction),
      handleDoubleClickOn: (_view, _pos, node) => {
        if (node.type.name !== 'fact') return false
        this.events().onFactActivate?.(node.attrs.key)
        return true
      },
    })
  }

  private firstState(doc: PaperNode, undoSteps: string | null): EditorState {
    const restored = undoSteps === null ? null : restoreUndo(doc, undoSteps, this.history)
    return restored?.reconfigure({ plugins: this.plugins() }) ?? EditorState.create({ doc, plugins: this.plugins() })
  }

  private plugins(): Plugin[] {
    return [
      compositionPlugin(() => this.settled()),
      structurePlugin({ shownFact: (key) => this.shownFact(key), characters: this.titleCharacters }),
      remarksPlugin(),
      announcedCountPlugin(),
      typedMarkerPlugin(),
      searchPlugin(this.texts.of),
      flashPlugin(),
      highlightsPlugin((ids) => this.events().onHighlightClick?.(ids)),
      factPickerPlugin(),
      factGuardPlugin(),
      copyPlugin(this.texts.of, (key) => this.shownFact(key)),
      pastePlugin(),
      this.history,
      keysPlugin({
        onPickerKey: (key) => this.events().onPickerKey(key),
        onFactActivate: (key) => this.events().onFactActivate?.(key),
      }),
    ]
  }

  private dispatch(transaction: Transaction): void {
    const view = this.editorView
    view.updateState(view.state.apply(transaction))
    // The view scrolls to its selection only while it has the focus; the search bar has it while searching.
    if (transaction.scrolledIntoView && !view.hasFocus()) this.reveal(view.state.selection.from)
    if (transaction.docChanged) this.unreported = true
    if (this.unreported && !view.composing) this.report()
    this.reportSelection()
    if (isPasted(transaction)) this.events().onPasted?.(addedText(transaction))
    this.events().onState(view.state)
    for (const listener of this.listeners) listener()
  }

  /** Calls back after every change of state; returns the function that stops it. Keep it cheap. */
  onUpdate(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private report(): void {
    this.unreported = false
    this.events().onChange(this.doc())
  }

  private settled(): void {
    if (this.unreported) this.report()
    const waiting = this.waiting
    this.waiting = []
    for (const job of waiting) job()
  }

  /** Now, or when the input method has finished. */
  private whenQuiet(job: () => void): void {
    if (this.isComposing()) this.waiting.push(job)
    else job()
  }

  private reportSelection(): void {
    const info = this.selectionInfo()
    const told = JSON.stringify(info)
    if (told === this.lastSelection) return
    this.lastSelection = told
    this.events().onSelection?.(info)
  }

  selectionInfo(): SelectionInfo {
    const { selection, doc } = this.editorView.state
    const block = Math.min(selection.$from.index(0), doc.childCount - 1)
    const node = doc.child(block)
    const isHeading = node.type.name === 'heading'
    return {
      block,
      kind: node.type.name as SelectionInfo['kind'],
      level: isHeading ? node.attrs.level : 0,
      form: isHeading ? node.attrs.form : null,
      selected: selection.empty ? 0 : doc.textBetween(selection.from, selection.to, '', '\ufffc').length,
    }
  }

  private shownFact(key: string): string {
    const { text, label } = this.factText(key)
    return text ?? `【${label}】`
  }

  setFactText(factText: FactText): void {
    if (factText === this.factText) return
    this.factText = factText
    this.texts.setFactText(factText)
    this.whenQuiet(() => {
      this.facts.update(this.factText)
      this.editorView.dispatch(redrawStructure(this.editorView.state.tr))
      if (searchOf(this.editorView.state).open) this.exec(setSearch({}))
    })
  }

  /** The page has other measures now. */
  layoutChanged(): void {
    this.whenQuiet(() => this.editorView.dispatch(redrawStructure(this.editorView.state.tr)))
  }

  setHighlights(highlights: HighlightSet | null): void {
    if (!highlights) return
    this.whenQuiet(() => {
      const { state } = this.editorView
      if (highlights.doc === state.doc) this.editorView.dispatch(setHighlights(state.tr, highlights))
    })
  }

  /** Runs a command; false when it does not apply, or an input method is at work. */
  exec(command: Command): boolean {
    const view = this.editorView
    return !view.composing && command(view.state, view.dispatch.bind(view), view)
  }

  destroy(): void {
    clearTimeout(this.flashTimer)
    if (this.unreported) this.report()
    this.editorView.destroy()
  }

  focus(): void {
    this.editorView.focus()
  }

  doc(): PaperNode {
    return this.editorView.state.doc
  }

  view() {
    return this.texts.of(this.doc())
  }

  undoSteps(): string {
    return storeUndo(this.editorView.state, this.history)
  }

  isComposing(): boolean {
    return this.editorView.composing || isComposing(this.editorView.state)
  }

  caret(): number {
    return this.view().offsetAt(this.editorView.state.selection.head)
  }

  scrollToRange(range: Range, { select = false }: { select?: boolean } = {}): void {
    this.whenQuiet(() => {
      const view = this.editorView
      const { from, to } = this.view().documentRange(range)
      const tr = setFlash(view.state.tr, from < to ? { from, to } : null)
      if (select) tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to)))
      view.dispatch(tr)
      this.reveal(from)
      if (select) this.focus()
      clearTimeout(this.flashTimer)
      this.flashTimer = setTimeout(() => {
        this.whenQuiet(() => {
          if (!view.isDestroyed) view.dispatch(setFlash(view.state.tr, null))
        })
      }, FLASH_FOR)
    })
  }

  /** Brings a position to the middle of the screen, so that what stands around it can be read too. */
  private reveal(pos: number): void {
    const { node } = this.editorView.domAtPos(pos)
    const element = node instanceof Element ? node : node.parentElement
    const block = element?.closest('.paper > *') ?? element
    if (!block) return
    const box = block.getBoundingClientRect()
    const line = this.editorView.coordsAtPos(pos)
    const scroller = this.editorView.dom.closest('[data-editor-scroller]')
    if (!scroller) return
    const frame = scroller.getBoundingClientRect()
    if (line.top > frame.top + 60 && line.bottom < frame.bottom - 60) return
    scroller.scrollBy({ top: (box.height < frame.height / 2 ? box.top : line.top) - frame.top - frame.height / 3 })
  }

  replaceRange(range: Range, text: string): boolean {
    const view = this.editorView
    if (view.composing || !view.editable) return false
    const current = this.view()
    const { from, to } = current.documentRange(range)
    if (writtenText(view.state.doc, from, to) !== current.text.slice(range.start, range.end)) return false
    view.dispatch(closeHistory(view.state.tr).insertText(text, from, to).scrollIntoView())
    return true
  }

  selectedText(): string {
    const { $from, $to, from, to, empty } = this.editorView.state.selection
    if (empty || !$from.sameParent($to)) return ''
    const view = this.view()
    return view.text.slice(view.offsetAt(from), view.offsetAt(to))
  }

  placeFacts(places: readonly (Range & { key: string })[]): number {
    const view = this.editorView
    if (view.composing || !view.editable) return 0
    const current = this.view()
    const tr = closeHistory(view.state.tr)
    let placed = 0
    for (const { key, ...range } of [...places].sort((a, b) => b.start - a.start)) {
      const { from, to } = current.documentRange(range)
      if (writtenText(view.state.doc, from, to) !== current.text.slice(range.start, range.end)) continue
      tr.replaceWith(from, to, paperSchema.node('fact', { key }))
      placed += 1
    }
    if (placed > 0) view.dispatch(tr)
    return placed
  }

  replaceAll(replacement: Replacement): { replaced: number; kept: number } {
    const view = this.editorView
    if (view.composing || !view.editable) return { replaced: 0, kept: 0 }
    const tr = closeHistory(view.state.tr)
    const counts = replaceAllIn(tr, this.view(), replacement)
    if (counts.replaced > 0) view.dispatch(tr)
    return counts
  }

  insertParagraph(afterBlock: number, content: { text?: string; hint?: string }): boolean {
    const view = this.editorView
    if (view.composing || !view.editable) return false
    const isKey = (key: string) => this.factText(key).label !== key
    view.dispatch(closeHistory(insertParagraph(view.state, afterBlock, content, isKey)))
    this.focus()
    return true
  }

  moveBlock(block: number, before: number): boolean {
    const view = this.editorView
    const transaction = view.composing || !view.editable ? null : moveSection(view.state, block, before)
    if (!transaction) return false
    view.dispatch(closeHistory(transaction))
    return true
  }

  addRemark(text: string, author: string): boolean {
    const remark = { id: crypto.randomUUID(), text, author, written: new Date().toISOString() }
    return this.exec(addRemark(remark))
  }

  changeRemark(id: string, change: { text?: string; done?: boolean } | null): boolean {
    return this.exec(changeRemark(id, change))
  }

  showRemark({ from, to }: { from: number; to: number }): void {
    const { offsetAt } = this.view()
    this.scrollToRange({ start: offsetAt(from), end: offsetAt(to) })
  }

  run(action: string): boolean {
    const found = editorAction(action)
    if (!found || !this.isEnabled(action)) return false
    const done = this.exec(found.run)
    if (done && found.group !== 'find') this.focus()
    return done
  }

  isEnabled(action: string): boolean {
    const found = editorAction(action)
    const { state, editable } = this.editorView
    return Boolean(found && (editable || found.group === 'find') && found.run(state, undefined, this.editorView))
  }

  setDoc(doc: PaperNode): void {
    this.whenQuiet(() => {
      const view = this.editorView
      const tr = closeHistory(view.state.tr).replaceWith(0, view.state.doc.content.size, doc.content)
      view.dispatch(tr.setSelection(Selection.atStart(tr.doc)).setMeta('addToHistory', true))
    })
  }
}
