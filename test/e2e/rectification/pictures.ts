import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Set to a folder, tests leave pictures there on their way. */
const FOLDER = process.env.HUIBEI_PICTURES

export const pictureTaker =
  (page: Page) =>
  async (name: string): Promise<void> => {
    if (FOLDER) await page.screenshot({ path: join(FOLDER, `${name}.png`) })
  }
