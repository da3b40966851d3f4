import { selectAll } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import type { Command } from 'prosemirror-state'
import { type ProgramAction, programActions, type TextActionId } from '../../shared/contract/program-actions.ts'
import {
  countAllMarkers,
  countMarkers,
  demote,
  promote,
  setClosing,
  setForm,
  setLevel,
  setParagraph,
  toggleRestart,
} from './commands/headings.ts'
import { insertHeading, insertLineBreak } from './commands/insert.ts'
import { moveDown, moveUp } from './commands/move.ts'
import { openFactPicker } from './fact-picker.ts'
import { goToMatch, openSearch } from './search.ts'

/**
 * Something the user can do to the paper: its row of the program's table, with what it does. One object feeds the menu,
 * the toolbar and the shortcut; `run` without a dispatch says whether it applies where the cursor is.
 */
export interface EditorAction extends ProgramAction {
  group: NonNullable<ProgramAction['inText']>
  run: Command
}

const RUN: Record<TextActionId, Command> = {
  undo,
  redo,
  'select-all': selectAll,

  paragraph: setParagraph,
  'heading-1': setLevel(1),
  'heading-2': setLevel(2),
  'heading-3': setLevel(3),
  'heading-4': setLevel(4),
  closing: setClosing,
  promote,
  demote,
  'move-up': moveUp,
  'move-down': moveDown,

  'form-yao': setForm('yao'),
  'form-shi': setForm('shi'),
  'form-di': setForm('di'),
  restart: toggleRestart,
  count: countMarkers,
  'count-all': countAllMarkers,

  'insert-part': insertHeading(1),
  'insert-point': insertHeading(2),
  'insert-fact': openFactPicker,
  'line-break': insertLineBreak,

  find: openSearch('find'),
  replace: openSearch('replace'),
  'find-next': goToMatch(1),
  'find-previous': goToMatch(-1),
}

/** Every action, in the order of a menu. */
export const editorActions: readonly EditorAction[] = programActions.flatMap((action) =>
  action.inText ? [{ ...action, group: action.inText, run: RUN[action.id as TextActionId] }] : [],
)

const byId = new Map<string, EditorAction>(editorActions.map((action) => [action.id, action]))

export function editorAction(id: string): EditorAction | undefined {
  return byId.get(id)
}
