import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { startLoopbackHost } from '../../../electron/node-host.ts'
import type { Connection } from '../../../electron/store/connection.ts'
import { lockLibrary } from '../../../electron/store/library-lock.ts'
import { buildRenderer, launchBrowser, openContext, openSession, type TestHooks, temporaryFolder } from '../browser.ts'

/** Screens for the eye, when a folder for them is named. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.HUIBEI_SCREENSHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** A home with a stick in it, for as long as the test runs. */
function homeWithStick(test: TestHooks): string {
  const home = temporaryFolder(test)
  mkdirSync(join(home, '优盘'))
  vi.stubEnv('HOME', home)
  test.onTestFinished(() => void vi.unstubAllEnvs())
  return home
}

it('backs up to a stick behind a password, looks inside, takes a meeting back', async (test) => {
  const home = homeWithStick(test)
  const { page } = await openSession(test)
  await page.locator('.card').waitFor()
  await page.getByRole('button', { name: '备份' }).click()
  await page.getByRole('button', { name: '选文件夹' }).click()
  await page.getByRole('button', { name: '我的文件夹' }).click()
  await page.getByRole('button', { name: '优盘' }).click()
  await page.getByText('会在“优盘”里建').waitFor()
  await shoot(page, 'folder')
  await page.getByRole('button', { name: '就存这里' }).click()
  await page.getByText('每次备份另存一份到“优盘/会备备份”').waitFor()
  await page.getByText('已备份，并检查过。').waitFor()
  await page.getByRole('button', { name: '设密码' }).click()
  await page.getByRole('textbox', { name: '密码' }).fill('青垣县2026')
  await page.getByRole('button', { name: '用这个密码' }).click()
  await page.getByText('另存的备份有密码').waitFor()
  await page.getByRole('button', { name: '现在备份' }).click()
  await vi.waitFor(
    () => expect(readdirSync(join(home, '优盘', '会备备份')).some((name) => name.endsWith('.sealed'))).toBe(true),
    10_000,
  )
  const sealed = page.locator('.backup', { has: page.getByLabel('有密码') })
  await sealed.getByRole('button', { name: '检查' }).click()
  await page.getByRole('dialog', { name: '这份备份有密码' }).waitFor()
  await page.getByRole('textbox', { name: '密码' }).fill('不对的密码')
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await page.getByText('密码不对').waitFor()
  await page.getByRole('textbox', { name: '密码' }).fill('青垣县2026')
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await sealed.getByText('刚检查过，完好').waitFor()
  await shoot(page, 'backups')

  const [own] = await page.locator('.backup', { hasText: '本机' }).all()
  await own?.getByRole('button', { name: '打开看看' }).click()
  const inside = page.getByRole('dialog', { name: /^备份 · / })
  await inside.getByRole('button', { name: /讲话稿/ }).click()
  await expect.poll(() => inside.locator('.difference').innerText()).toContain('同志们')
  await shoot(page, 'inside')
  await inside.locator('.backup-choice').first().click()
  await inside.getByRole('button', { name: '取回选中的会议' }).click()
  await page.getByText('取回了 1 个会议').waitFor()
  await page.getByRole('button', { name: '关闭' }).first().click()
  await page
    .getByRole('button', { name: /（从备份取回）/ })
    .first()
    .waitFor()
})

it('changes the whole library for a backup, and can change back', async (test) => {
  const { page } = await openSession(test)
  await page.locator('.card').waitFor()
  await page.getByRole('button', { name: '备份' }).click()
  await page.getByRole('button', { name: '现在备份' }).click()
  await page.getByText('已备份，并检查过。').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.card').getByRole('button', { name: /更多/ }).click()
  await page.getByRole('menuitem', { name: /移走/ }).click()
  await page.locator('.card').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '备份' }).click()
  const replaceWith = async (reason: string) => {
    await page.locator('.backup', { hasText: reason }).first().getByRole('button', { name: '打开看看' }).click()
    await page.getByRole('button', { name: '整个换成这份备份…' }).click()
    await page.getByRole('button', { name: '换成这份备份', exact: true }).click()
    await page.getByText('已换成那份备份').waitFor()
  }
  await replaceWith('手动备份')
  await page.locator('.card').waitFor()
  await page.getByRole('button', { name: '备份' }).click()
  await replaceWith('换库之前')
  await page.locator('.card').waitFor({ state: 'detached' })
})

/** A data folder as a user leaves it, to be damaged. */
async function usedFolder(test: TestHooks): Promise<{ dataDir: string; rendererDir: string }> {
  const rendererDir = await buildRenderer()
  const dataDir = temporaryFolder(test)
  await (await startLoopbackHost({ dataDir, rendererDir, log: () => undefined })).close()
  return { dataDir, rendererDir }
}

it('comes up on a damaged library, salvages it, and goes on with what was salvaged', async (test) => {
  const { dataDir, rendererDir } = await usedFolder(test)
  const path = join(dataDir, 'huibei.db')
  const damaged = readFileSync(path).fill(0x55, 0, 4096)
  writeFileSync(path, damaged)
  const host = await startLoopbackHost({ dataDir, rendererDir, log: () => undefined })
  test.onTestFinished(() => host.close())
  const { page } = await openContext(await launchBrowser(test), host.address)
  await page.getByRole('heading', { name: '资料库坏了，没有打开' }).waitFor()
  await page.getByRole('button', { name: '从坏了的资料库里抢救' }).click()
  await page.getByText(/读出了 1 个会议/).waitFor()
  await shoot(page, 'recovery')
  await page.locator('.backup', { hasText: '抢救出来的' }).getByRole('button', { name: '打开看看' }).click()
  await page.getByRole('button', { name: '整个换成这份备份…' }).click()
  await page.getByRole('button', { name: '换成这份备份', exact: true }).click()
  await page.locator('.card').waitFor()
  const [kept = ''] = readdirSync(join(dataDir, 'damaged'))
  expect(readFileSync(join(dataDir, 'damaged', kept, 'huibei.db')).equals(damaged)).toBe(true)
})

it('says that a library is of a newer program, and opens it again when it is not any more', async (test) => {
  const { dataDir, rendererDir } = await usedFolder(test)
  const path = join(dataDir, 'huibei.db')
  const good = readFileSync(path)
  const newer = Buffer.from(good)
  newer.writeUInt32BE(99_990, 60)
  writeFileSync(path, newer)
  const host = await startLoopbackHost({ dataDir, rendererDir, log: () => undefined })
  test.onTestFinished(() => host.close())
  const { page } = await openContext(await launchBrowser(test), host.address)
  await page.getByRole('heading', { name: '资料库是更新版本的会备写的' }).waitFor()
  await shoot(page, 'newer')
  rmSync(path)
  writeFileSync(path, good)
  await page.getByRole('button', { name: '再试一次' }).click()
  await page.locator('.card').waitFor()
})

it('brings back a paper that was removed, and says for how long it can be', async (test) => {
  const { page } = await openSession(test)
  await page.locator('.card-title').click()
  await page.locator('.point').first().waitFor()
  const papers = page.locator('.pane-left')
  const before = await papers.getByRole('button', { name: /更多/ }).count()
  await papers.getByRole('button', { name: /更多/ }).last().click()
  await page.getByRole('menuitem', { name: /移走/ }).click()
  await expect.poll(() => papers.getByRole('button', { name: /更多/ }).count()).toBe(before - 1)
  await page.goBack()
  await page.locator('.card').waitFor()
  await page.getByRole('button', { name: '最近移走（1）' }).click()
  await page.getByText(/再留 30 天/).waitFor()
  await shoot(page, 'removed')
  await page.getByRole('button', { name: '找回' }).click()
  await page.getByRole('button', { name: /最近移走/ }).waitFor({ state: 'detached' })
})

it('comes up in a window also where the library cannot be opened, and goes on when it can', async (test) => {
  const { dataDir, rendererDir } = await usedFolder(test)
  const browser = await launchBrowser(test)
  const start = async (folder: string, heading: string) => {
    const host = await startLoopbackHost({
      dataDir: folder,
      rendererDir,
      log: () => undefined,
      showsEveryFailure: true,
    })
    test.onTestFinished(() => host.close())
    const { page, newPage } = await openContext(browser, host.address)
    await page.getByRole('heading', { name: heading }).waitFor()
    return { page, newPage }
  }

  // Another process has the library.
  const lock = lockLibrary(join(dataDir, 'huibei.lock'))
  await expect(startLoopbackHost({ dataDir, rendererDir, log: () => undefined })).rejects.toMatchObject({
    code: 'busy',
  })
  const { page: busy } = await start(dataDir, '资料库正被另一个窗口或程序使用')
  await busy.getByRole('button', { name: '再试一次' }).click()
  await busy.getByRole('heading', { name: '资料库正被另一个窗口或程序使用' }).waitFor()
  await shoot(busy, 'busy')
  lock.release()
  await busy.getByRole('button', { name: '再试一次' }).click()
  await busy.locator('.card').waitFor()

  // The folder is not there: a stick that was pulled out. It is there again later.
  const stick = join(temporaryFolder(test), '优盘')
  writeFileSync(stick, '')
  const { page: missing } = await start(join(stick, '会备'), '找不到数据文件夹，或者读不出来')
  rmSync(stick)
  await missing.getByRole('button', { name: '再试一次' }).click()
  await missing.locator('.card').waitFor()

  // A full disk, and one that cannot be written; test/crash mounts real ones.
  for (const [code, heading] of [
    ['SQLITE_FULL', '磁盘满了'],
    ['SQLITE_READONLY', '没有权限写数据文件夹'],
  ] as const) {
    const { dataDir: folder } = await usedFolder(test)
    const real = Database.prototype.pragma
    const planted = vi.spyOn(Database.prototype, 'pragma').mockImplementation(function (this: Connection, ...given) {
      if (given[0].startsWith('user_version =')) throw new Database.SqliteError('planted', code)
      return real.apply(this, given)
    })
    test.onTestFinished(() => planted.mockRestore())
    const { page, newPage } = await start(folder, heading)
    await shoot(page, code)
    planted.mockRestore()
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.locator('.card').waitFor()
    // What works beside the library works too: the index, and the events of other windows.
    await page.getByRole('textbox', { name: '找会议' }).fill('同志们')
    await page.getByRole('region', { name: '找到的' }).locator('mark').first().waitFor()
    const other = await newPage()
    await other.locator('.card').getByRole('button', { name: /更多/ }).click()
    await other.getByRole('menuitem', { name: /移走/ }).click()
    await page.getByRole('textbox', { name: '找会议' }).fill('')
    await page.locator('.card').waitFor({ state: 'detached' })
  }
})

it('says what is wrong with a library on a share of the network', async (test) => {
  const { page } = await openSession(test)
  await page.locator('.card').waitFor()
  await page.route('**/api/call', async (route) => {
    const asked = route.request().postDataJSON() as { name: string }
    if (asked.name !== 'library.state') return route.fallback()
    const value = { kind: 'open', code: null, detail: null, damaged: false, onNetwork: true }
    await route.fulfill({ json: { ok: true, value } })
  })
  await page.reload()
  await page.getByText('资料放在网络共享的文件夹里').waitFor()
  await page.locator('.card').waitFor()
})
