import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { build, isBuilt } from '../../../build/build.ts'
import { requires } from '../requires.ts'
import { createPlace } from './program.ts'

beforeAll(() => {
  if (!isBuilt()) expect(build()).toBe(true)
})

let place: ReturnType<typeof createPlace>
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.remove())

const OPEN_SPEECH = `[...document.querySelectorAll('button')].find(({ innerText }) => innerText.startsWith('讲话稿'))`
const TEXT = `document.querySelector('.paper.ProseMirror')`

test('what could not be saved is offered by the next start, in the window it was typed in', async (context) => {
  const CHROME_PATH = place.browserFor(requires(context, 'chromium').chromium)
  const env = { DISPLAY: ':0', CHROME_PATH }
  const first = place.start([], env)
  const page = await place.lookInto()
  await page.until(`${OPEN_SPEECH} !== undefined`)
  await page.evaluate(`${OPEN_SPEECH}.click()`)
  await page.until(`document.querySelector('.point') !== null`)

  // The program is gone in the middle of the work; its window stays, and is typed in.
  first.process.kill('SIGKILL')
  await first.ended
  await page.evaluate(`${TEXT}.focus(), document.execCommand('insertText', false, '没存上的话')`)
  await page.until(`Object.keys(localStorage).some((key) => key.startsWith('huibei.draft.'))`)
  await page.quit()

  rmSync(join(place.dataDir, 'window/browser/DevToolsActivePort'), { force: true })
  const second = place.start([], env)
  const again = await place.lookInto()
  await again.until(`${OPEN_SPEECH} !== undefined`)
  await again.evaluate(`${OPEN_SPEECH}.click()`)
  await again.until(`document.querySelector('[role=dialog]')?.innerText.includes('没存上') ?? false`)
  const use = `[...document.querySelectorAll('button')].find(({ innerText }) => innerText === '用没存上的这一份')`
  await again.evaluate(`${use}.click()`)
  await again.until(`${TEXT}?.textContent.includes('没存上的话') && !document.querySelector('[role=dialog]')`)
  await again.until(`document.body.innerText.includes('已保存')`)
  await again.quit()
  expect(await second.ended).toBe(0)
})
