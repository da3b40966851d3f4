import { WrongUsage } from './unusable.ts'

/** The one file a command works on. @throws WrongUsage when there is none, or more */
export function theOneFile(words: readonly string[]): string {
  const [file, more] = words
  if (!file) throw new WrongUsage('没有写要处理的文稿。')
  if (more !== undefined) throw new WrongUsage(`一次只能处理一份文稿，多出了“${more}”。`)
  return file
}
