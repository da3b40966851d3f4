let isPressed = false
const waiting: (() => void)[] = []

const release = () => {
  isPressed = false
  // The press itself is dealt with first.
  setTimeout(() => {
    for (const run of waiting.splice(0)) run()
  })
}
window.addEventListener(
  'pointerdown',
  () => {
    isPressed = true
  },
  true,
)
window.addEventListener('pointerup', release, true)
window.addEventListener('pointercancel', release, true)

/**
 * Runs now, or when the mouse button is up again. A field that is left by a click changes the page at the moment the
 * button goes down; what was to be clicked would move away before it comes up.
 */
export function afterPress(run: () => void): void {
  if (isPressed) waiting.push(run)
  else run()
}
