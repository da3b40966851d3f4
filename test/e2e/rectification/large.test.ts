import { expect, it } from 'vitest'
import { ledgerXlsx } from '../../../electron/docx/ledger-xlsx.ts'
import { emptyMeasure, emptyProblem } from '../../../shared/model/rectification/ledger.ts'
import { openSession } from '../browser.ts'

const measure = (text: string) => ({ ...emptyMeasure, id: '', text, owner: '冯小禾', status: '整改中' })
const ledger = Array.from({ length: 2500 }, (_, index) => ({
  ...emptyProblem,
  id: '',
  category: '聚焦群众身边不正之风和腐败问题',
  text: `第${index + 1}件事没有办好`,
  measures: [measure('先办一半'), measure('再办一半')],
}))

it('takes 5,000 rows from Excel and stays quick', async (test) => {
  const { page } = await openSession(test)
  await page.locator('.card-title').click()
  await page.getByRole('button', { name: '整改和议程' }).click()
  await page.getByRole('menuitem', { name: '整改台账' }).click()
  await page.getByText('4个方面12个问题，16行').waitFor()
  const buffer = Buffer.from(ledgerXlsx(ledger, '台账'))
  await page.locator('input[type=file]').setInputFiles({ name: '台账.xlsx', mimeType: '', buffer })
  await page.getByRole('button', { name: '列入台账（2500个问题）' }).click()
  await page.getByText('4个方面2512个问题，5016行').waitFor()

  // Only what is in sight is drawn, at the top and at the end.
  const rows = page.getByRole('option')
  await expect.poll(() => rows.count()).toBeLessThan(60)
  await rows.first().click()
  await page.keyboard.press('End')
  await page.getByRole('heading', { name: '第2512个问题' }).waitFor()
  await page.getByRole('option', { name: /第2500件事/ }).waitFor()
  await expect.poll(() => rows.count()).toBeLessThan(60)

  await page.getByLabel('在台账里找').fill('第2499件')
  await page.getByText('2512个问题，2行').waitFor()
  await page.reload()
  await page.getByText('4个方面2512个问题，5016行').waitFor()
})
