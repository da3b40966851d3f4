import { Failure } from '../../shared/contract/failures.ts'
import type { Handlers, ServiceContext } from './service-context.ts'

/** 素材: texts of other papers. */
export function libraryService({ library }: ServiceContext): Handlers<'library.list' | 'library.get'> {
  return {
    'library.list': () => library.documents.list(),
    'library.get'({ id }) {
      const document = library.documents.get(id)
      if (!document) throw new Failure('not-found')
      return document
    },
  }
}
