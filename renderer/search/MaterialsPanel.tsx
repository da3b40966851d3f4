import { CopyCheck, FolderUp, Search } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { LibraryDocument } from '../../shared/contract/data.ts'
import type { SearchHit, SimilarPassages } from '../../shared/contract/search-commands.ts'
import type { Range } from '../../shared/text/sentences.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notice-store.ts'
import { TextField } from '../ui/TextField.tsx'
import { DocumentDialog } from './DocumentDialog.tsx'
import { goToFirstHit } from './hit-keys.ts'
import type { TakenPassage } from './hit-text.ts'
import { ImportMaterials } from './ImportMaterials.tsx'
import { SearchResults } from './SearchResults.tsx'
import { SimilarList } from './SimilarList.tsx'
import './search.css'

interface MaterialsPanelProps {
  paperId: string
  currentText(): string
  onOpen(hit: SearchHit): void
  onInsert(passage: TakenPassage): void
  onJump(range: Range): void
}

/** Rows shown before somebody searches. */
const MOST = 200

/** 素材: what was written before, to find, to take over and to compare with. */
export function MaterialsPanel({ paperId, currentText, onOpen, onInsert, onJump }: MaterialsPanelProps) {
  const backend = useBackend()
  const [text, setText] = useState('')
  const [documents, setDocuments] = useState<readonly LibraryDocument[]>([])
  const [similar, setSimilar] = useState<{ found: SimilarPassages; text: string } | null>(null)
  const [isComparing, setComparing] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [isImporting, setImporting] = useState(false)
  const [shown, setShown] = useState<{ id: string; wanted: string } | null>(null)

  const load = useCallback(async () => {
    try {
      setDocuments(await backend.call('library.list', {}))
    } catch (error) {
      setProblem(failureMessage(error))
    }
  }, [backend])
  useEffect(() => void load(), [load])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another paper has other passages
  useEffect(() => setSimilar(null), [paperId])

  const move = async (command: 'material.remove' | 'material.restore', id: string) => {
    try {
      await backend.call(command, { id })
      await load()
    } catch (error) {
      notify(failureMessage(error), { tone: 'bad' })
    }
  }
  const remove = async (id: string, title: string) => {
    setShown(null)
    await move('material.remove', id)
    notify(`“${title}”已从素材里移走。`, { action: { label: '撤销', run: () => void move('material.restore', id) } })
  }

  const compare = async () => {
    setComparing(true)
    setProblem(null)
    try {
      const draft = currentText()
      setSimilar({ found: await backend.call('search.similar', { paperId, text: draft }), text: draft })
    } catch (error) {
      setProblem(failureMessage(error))
    }
    setComparing(false)
  }

  return (
    <div className="materials">
      <TextField
        label="找写过的"
        hideLabel
        placeholder="找写过的：词语、人名、单位"
        value=""
        onInput={setText}
        onArrowDown={goToFirstHit}
      >
        <Search aria-hidden className="start-search-icon" />
      </TextField>
      {problem && (
        <p className="banner banner-bad" role="alert">
          {problem}
        </p>
      )}
      {text.trim() ? (
        <SearchResults text={text} onOpen={onOpen} onInsert={onInsert} />
      ) : (
        <>
          <div className="materials-tools">
            <Button
              size="small"
              icon={<CopyCheck aria-hidden />}
              isDisabled={isComparing}
              onPress={() => void compare()}
            >
              {isComparing ? '正在比…' : '查雷同'}
            </Button>
            <Button size="small" icon={<FolderUp aria-hidden />} onPress={() => setImporting(true)}>
              导入素材…
            </Button>
          </div>
          {similar && (
            <SimilarList
              similar={similar.found}
              text={similar.text}
              onJump={onJump}
              onInsert={onInsert}
              onOpen={(place) =>
                place.source === 'document' ? setShown({ id: place.ref, wanted: place.whole }) : onOpen(place)
              }
            />
          )}
          <p className="search-count">
            {documents.length === 0
              ? '还没有素材。把以前的稿子整个文件夹导进来，写稿时就能找、能摘。'
              : `素材 ${documents.length} 篇，新的在前${documents.length > MOST ? `，列出 ${MOST} 篇，其余请用上面的框找` : ''}`}
          </p>
          <ul className="materials-list">
            {documents.slice(0, MOST).map((document) => (
              <li key={document.id} className="search-hit">
                <AriaButton className="search-hit-open" onPress={() => setShown({ id: document.id, wanted: '' })}>
                  <span className="search-hit-text">{document.title || document.fileName}</span>
                  <small>
                    {document.characters.toLocaleString('zh-CN')} 字 · {document.fileName}
                  </small>
                </AriaButton>
              </li>
            ))}
          </ul>
        </>
      )}
      {shown && (
        <DocumentDialog
          id={shown.id}
          wanted={shown.wanted}
          onRemove={(title) => void remove(shown.id, title)}
          onClose={() => setShown(null)}
        />
      )}
      {isImporting && (
        <ImportMaterials
          onClose={() => {
            setImporting(false)
            void load()
          }}
        />
      )}
    </div>
  )
}
