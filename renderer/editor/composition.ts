import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'

const key = new PluginKey<boolean>('composition')

/** ProseMirror tidies up 20 ms after a composition has ended; only then is the text quiet. */
const SETTLE_AFTER = 40

/** Whether the last change came from an input method, and the text is not quiet yet. */
export function isComposing(state: EditorState): boolean {
  return key.getState(state) ?? false
}

/**
 * Knows when an input method is at work and says once when the text is quiet again. Everything that redraws the
 * text waits for that: drawing in the middle of a composition loses or doubles characters.
 */
export function compositionPlugin(onSettled: () => void): Plugin<boolean> {
  return new Plugin<boolean>({
    key,
    state: {
      init: () => false,
      apply: (transaction, active) => {
        const settled: boolean | undefined = transaction.getMeta(key)
        if (settled) return false
        if (transaction.getMeta('composition') !== undefined) return true
        // Text that comes any other way means that the composition is over, whether or not it said so.
        return active && !transaction.docChanged
      },
    },
    view(view) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const settle = () => {
        if (view.isDestroyed || view.composing) return
        view.dispatch(view.state.tr.setMeta(key, true))
        onSettled()
      }
      const ended = () => {
        clearTimeout(timer)
        timer = setTimeout(settle, SETTLE_AFTER)
      }
      view.dom.addEventListener('compositionend', ended)
      return {
        destroy() {
          clearTimeout(timer)
          view.dom.removeEventListener('compositionend', ended)
        },
      }
    },
  })
}
