import axe from 'axe-core'
import { expect, it } from 'vitest'
import { openSession } from '../browser.ts'

it('writes a problem, its measure, closes it step by step and opens it again with the keyboard alone', async (test) => {
  const { page } = await openSession(test)
  /** What is focused: the label of a field, the name of a button. */
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null
      const labels = [...(element?.labels ?? [])].map((label) => label.textContent)
      if (element === document.body) return ''
      const names = element?.getAttribute('aria-labelledby')?.split(' ') ?? []
      const named = names.map((id) => document.getElementById(id)?.textContent)
      return [element?.getAttribute('aria-label'), ...labels, ...named, element?.textContent]
        .filter(Boolean)
        .join(' ')
        .trim()
    })
  const tabTo = async (name: RegExp, most = 60) => {
    for (let step = 0; step < most; step++) {
      if (name.test(await focused())) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`no way by Tab to ${name}`)
  }
  const press = async (name: RegExp) => {
    await tabTo(name)
    await page.keyboard.press('Enter')
  }
  const write = async (name: RegExp, text: string) => {
    await tabTo(name)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(text)
  }

  // Into the ledger.
  await page.locator('.card').waitFor()
  await press(/反馈会议$/)
  await page.locator('.point').first().waitFor()
  await press(/^整改和议程/)
  await page.getByRole('menuitem', { name: '整改台账' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('4个方面12个问题，16行').waitFor()

  // A problem: one writes where one is.
  await press(/^加问题$/)
  const problem = page.getByRole('article', { name: '第13个问题' })
  await problem.waitFor()
  await expect.poll(focused).toMatch(/^反馈问题/)
  await page.keyboard.insertText('公示栏三个月没有更新')
  await press(/^加一条措施$/)
  await expect.poll(focused).toMatch(/^整改措施/)
  await page.keyboard.insertText('每月五日前更新')
  await page.keyboard.press('Tab')
  await page.getByRole('option', { name: /公示栏三个月没有更新.*每月五日前更新/ }).waitFor()
  await tabTo(/立行立改/)
  await page.keyboard.press('Space')
  await press(/^按本单位规则定为/)
  await expect.poll(() => problem.getByLabel('整改时限').inputValue()).toMatch(/^20\d\d年/)
  await tabTo(/整改状态/)
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: '已完成', exact: true }).waitFor()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await write(/^责任领导$/, '孟春畦')
  await write(/^责任人$/, '秦越川')
  // A cooperating unit from the list beside the field.
  await press(/^配合单位：从名册和台账里选/)
  await page.getByRole('menu').waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => problem.getByLabel('配合单位', { exact: true }).inputValue()).not.toBe('')
  await write(/^佐证材料$/, '公示栏照片')
  await page.keyboard.press('Tab')

  // 销号 step by step, then opened again with a reason.
  const steps = ['责任人填报', '责任领导审核', '整改领导小组审定', '巡察办审核']
  for (const step of steps) {
    await press(new RegExp(`^${step}$`))
    const dialog = page.getByRole('dialog', { name: step })
    await dialog.waitFor()
    await write(/^审核人$/, '秦越川')
    await press(/^确定$/)
    await dialog.waitFor({ state: 'detached' })
    await problem
      .getByText(/^秦越川　20/)
      .nth(steps.indexOf(step))
      .waitFor()
  }
  await problem.getByText('已销号', { exact: true }).waitFor()
  await expect.poll(() => problem.getByLabel('反馈问题').getAttribute('readonly')).not.toBeNull()
  await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const result = await (window as unknown as { axe: typeof axe }).axe.run(document)
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
  })
  expect(violations).toEqual([])
  await press(/^重新启动整改$/)
  const dialog = page.getByRole('dialog', { name: '重新启动整改' })
  await dialog.waitFor()
  await expect.poll(() => dialog.getByRole('button', { name: '确定' }).isDisabled()).toBe(true)
  await write(/^理由（必填）$/, '抽查发现又停了')
  await press(/^确定$/)
  await problem.getByText('已销号', { exact: true }).waitFor({ state: 'detached' })
  await press(/^显示历次改动$/)
  await problem.getByText('理由：抽查发现又停了').waitFor()
})
