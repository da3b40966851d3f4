import { countCharacters } from '../../shared/checks/length.ts'
import type { Handlers, ServiceContext } from './service-context.ts'

const withoutEnding = (fileName: string): string => fileName.replace(/\.[a-z]{2,5}$/i, '')

/** 素材: old papers, taken in file by file, so that a folder of thousands needs no more memory than one of them. */
export function materialsService(
  context: ServiceContext,
  onChanged: () => void,
): Handlers<'material.import' | 'material.remove' | 'material.restore'> {
  const { library } = context
  const setRemoved = (id: string, isRemoved: boolean) => {
    library.write(() => library.documents.setRemoved(id, isRemoved))
    onChanged()
    return {}
  }
  return {
    'material.remove': ({ id }) => setRemoved(id, true),
    'material.restore': ({ id }) => setRemoved(id, false),
    async 'material.import'({ fileName, bytes }) {
      const { importPaper } = await import('../import/import-paper.ts')
      const { doc, notes, text } = await importPaper(fileName, Buffer.from(bytes, 'base64'))
      const title = doc.firstChild?.textContent.trim() || withoutEnding(fileName)
      const taken = library.write(() => {
        const known = library.documents.withText(text)
        if (known) {
          const { removed, ...document } = known
          if (removed) library.documents.setRemoved(document.id, false)
          return { state: removed ? ('added' as const) : ('known' as const), document }
        }
        const document = { meetingId: null, fileName, title, text, characters: countCharacters(text) }
        return { state: 'added' as const, document: library.documents.add(document) }
      })
      if (taken.state === 'added') onChanged()
      return { ...taken, notes }
    },
  }
}
