import type { FactDefinition } from '../../shared/model/facts.ts'
import type { NumberForm, PaperNode } from '../../shared/model/schema.ts'
import type { Settings } from '../../shared/model/settings.ts'
import type { BlockKind, FactText, TextView } from '../../shared/model/text-view.ts'
import type { Range } from '../../shared/text/sentences.ts'
import type { MenuEntry } from '../ui/MenuButton.tsx'
import type { Replacement } from './replace-in-paper.ts'

/** How a lit range looks: the evidence of a point, or a finding by its weight. */
export type HighlightTone = 'evidence' | 'error' | 'warning' | 'hint'

/** A range of the text view to be lit. `id` comes back when it is clicked; the range moves along with edits. */
export interface Highlight extends Range {
  id: string
  tone: HighlightTone
}

/**
 * What a check found, together with the document it read. Highlights for another document than the one on screen
 * are passed over: the next check is already on its way, and until then the older ones move along with the text.
 */
export interface HighlightSet {
  doc: PaperNode
  view: TextView
  items: readonly Highlight[]
}

/** Where the cursor is; `block` is the index of the paragraph, as in {@link TextView.blocks}. */
export interface SelectionInfo {
  block: number
  kind: BlockKind
  /** 1–4 in a heading, else 0. */
  level: number
  form: NumberForm | null
  /** Length of the selected text, markers not counted; 0 for a mere cursor. */
  selected: number
}

export interface EditorProps {
  /** A change of paper builds the editor anew; so `doc` is only read when `paperId` changes. */
  paperId: string
  doc: PaperNode
  /** {@link EditorHandle.undoSteps} of the editor that had this document last. */
  undoSteps?: string | null
  /** What facts show. A new function redraws the facts and touches nothing else. */
  factText: FactText
  /** What `【` offers. */
  factDefinitions: readonly FactDefinition[]
  layout: Settings['layout']
  highlights: HighlightSet | null
  /** Read, search, copy and remark only. */
  readOnly?: boolean
  /** The user has read enough and wants to write: out of `readOnly`. */
  onEdit?: () => void
  /** 1 = the printed size. */
  zoom?: number
  /** After every change of the document, but never while an input method is composing: then once, at its end. */
  onChange: (doc: PaperNode) => void
  /** Text was pasted or dropped in; called with it, as it stands in the paper now. */
  onPasted?: (text: string) => void
  /** Only when the information differs from the last. */
  onSelection?: (info: SelectionInfo) => void
  /** A lit range was clicked; the innermost first. */
  onHighlightClick?: (ids: string[]) => void
  /** The user wants to write a remark on what is selected. */
  onRemark?: () => void
  /** What the app adds to the toolbar's menu. */
  menu?: readonly MenuEntry[]
  /** The user wants to change what a fact says (double click, or Enter on it). */
  onFactActivate?: (key: string) => void
}

/** What the panels around the editor may ask of it. Ranges and offsets are those of {@link EditorHandle.view}. */
export interface EditorHandle {
  focus(): void
  doc(): PaperNode
  /** The text view of the document as it stands; computed once for each document. */
  view(): TextView
  /** What can be taken back now, to be given to the next editor of this document; takes some milliseconds. */
  undoSteps(): string
  /** While true, nothing may be checked, replaced or set. */
  isComposing(): boolean
  /** Text offset of the cursor. */
  caret(): number
  /** Brings a range on the screen and lights it up for a moment; `select` also selects it and takes the focus. */
  scrollToRange(range: Range, options?: { select?: boolean }): void
  /** What is selected within one paragraph, as the user reads it; '' for a mere cursor. */
  selectedText(): string
  /**
   * Puts facts in place of ranges of plain text, as one undo step.
   * @returns how many; ranges that touch a fact or a counted number are left.
   */
  placeFacts(places: readonly (Range & { key: string })[]): number
  /** Replaces every match that is written in the text, as one undo step. */
  replaceAll(replacement: Replacement): { replaced: number; kept: number }
  /**
   * Replaces a range by plain text, as one undo step.
   * @returns false when nothing was done: composing, read-only, or the range touches a fact or a counted number.
   */
  replaceRange(range: Range, text: string): boolean
  /**
   * Puts a new paragraph behind block number `afterBlock` (see {@link TextView.blocks}), moved into the body where
   * paragraphs may stand. 【key】 in `text` becomes a fact; the first blank ＿＿ is selected.
   */
  insertParagraph(afterBlock: number, content: { text?: string; hint?: string }): boolean
  /** Moves a heading with all that hangs under it (or one paragraph) before block number `before`. */
  moveBlock(block: number, before: number): boolean
  /** Hangs a remark (批注) on the paragraph of the cursor, about what is selected in it; read-only papers take it too. */
  addRemark(text: string, author: string): boolean
  /** Changes a remark, or takes it away (null). */
  changeRemark(id: string, change: { text?: string; done?: boolean } | null): boolean
  /** Brings the words a remark is about on the screen. */
  showRemark(place: { from: number; to: number }): void
  /** Runs an action of actions.ts by its id; false when it does not apply here. */
  run(action: string): boolean
  /** Whether an action applies where the cursor is. */
  isEnabled(action: string): boolean
  /** Puts another document in place, as one undo step (a version restored, a conflict settled). */
  setDoc(doc: PaperNode): void
}
