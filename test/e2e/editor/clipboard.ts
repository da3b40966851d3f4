import { expect } from 'vitest'
import type { StagePage } from './stage.ts'

/**
 * Copies in another window, as another program puts it on the clipboard, and pastes at the cursor of the paper:
 * real keys, the browser's own clipboard.
 */
export async function pasteFromElsewhere(stage: StagePage, content: { html: string; text: string }): Promise<void> {
  const other = await stage.page.context().newPage()
  await other.setContent('<p>这里的什么都行</p>')
  await other.evaluate(({ html, text }) => {
    document.addEventListener('copy', (event) => {
      event.clipboardData?.setData('text/html', html)
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
    })
  }, content)
  await other.keyboard.press('Control+a')
  await other.keyboard.press('Control+c')
  await other.close()
  await stage.page.bringToFront()
  await stage.page.keyboard.press('Control+v')
}

/** What arrives in a window of another program that takes HTML, and in one that takes text. */
export async function pasteElsewhere(stage: StagePage): Promise<{ html: string; text: string }> {
  const other = await stage.page.context().newPage()
  await other.setContent('<div contenteditable></div><textarea></textarea>')
  await other.locator('div').click()
  await other.keyboard.press('Control+v')
  await other.locator('textarea').click()
  await other.keyboard.press('Control+v')
  await expect.poll(() => other.locator('textarea').inputValue()).not.toBe('')
  const arrived = { html: await other.locator('div').innerHTML(), text: await other.locator('textarea').inputValue() }
  await other.close()
  await stage.page.bringToFront()
  return arrived
}
