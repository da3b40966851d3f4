import { baseKeymap, chainCommands } from 'prosemirror-commands'
import { keydownHandler } from 'prosemirror-keymap'
import { type Command, Plugin } from 'prosemirror-state'
import { editorActions } from './actions.ts'
import { backspace } from './commands/backspace.ts'
import { enter } from './commands/enter.ts'
import { selectedFact } from './commands/insert.ts'
import { closeSearch } from './search.ts'

const PICKER_KEYS = ['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape', 'PageDown', 'PageUp']

/** Tab changes levels or does nothing; it never carries the cursor out of the text. */
const swallow: Command = () => true

function actionKeys(): Record<string, Command> {
  const keys: Record<string, Command> = {}
  for (const action of editorActions)
    for (const key of action.keys) keys[key] = key.endsWith('Tab') ? chainCommands(action.run, swallow) : action.run
  return keys
}

/** All keys of the editor. While an input method is at work they are its keys: Enter and figures choose a candidate. */
export function keysPlugin(events: {
  onPickerKey: (key: string) => boolean
  onFactActivate: (key: string) => void
}): Plugin {
  const activateFact: Command = (state) => {
    const key = selectedFact(state)
    if (key !== null) events.onFactActivate(key)
    return key !== null
  }
  const picker = keydownHandler(Object.fromEntries(PICKER_KEYS.map((name) => [name, () => events.onPickerKey(name)])))
  const own = keydownHandler({
    ...actionKeys(),
    Enter: chainCommands(activateFact, enter),
    Backspace: backspace,
    'Mod-Backspace': backspace,
    'Shift-Backspace': backspace,
    Escape: closeSearch,
  })
  const base = keydownHandler(baseKeymap)
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (event.isComposing || event.keyCode === 229) return false
        return picker(view, event) || own(view, event) || base(view, event)
      },
    },
  })
}
