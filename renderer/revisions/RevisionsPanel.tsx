import { Bookmark, GitCompare, History } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { RevisionHead } from '../../shared/contract/data.ts'
import { versionPolicyText } from '../../shared/model/version-policy.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { momentText } from '../text/format-time.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notice-store.ts'
import { TextField } from '../ui/TextField.tsx'
import { AuthorField } from './AuthorField.tsx'
import { PRESENT, presentText, versionText } from './compared-texts.ts'
import { RevisionDialog } from './RevisionDialog.tsx'

interface RevisionsPanelProps {
  paperId: string
  /** Rises when the list may have changed. */
  version: number
  /** The text as it stands on screen. */
  currentText(): string
  /** Stored form of a paper → its plain text. */
  readText(body: string): string
  /** Writes what was typed first, so that the version holds it. Resolves to false when that failed. */
  beforeNaming(): Promise<boolean>
  onRestore(revision: RevisionHead): Promise<void>
}

/** 版本: who, when, how long; name the present one; look at an older one and bring it back. */
export function RevisionsPanel(props: RevisionsPanelProps) {
  const { paperId, version, currentText, readText, beforeNaming, onRestore } = props
  const backend = useBackend()
  const [revisions, setRevisions] = useState<readonly RevisionHead[] | null>(null)
  const [changes, setChanges] = useState<ReadonlyMap<string, string>>(new Map())
  const [compared, setCompared] = useState<{ older: string; newer: string } | null>(null)
  const [name, setName] = useState('')
  const [fieldKey, setFieldKey] = useState(0)

  const load = useCallback(async () => {
    try {
      setRevisions(await backend.call('revision.list', { paperId }))
      const sizes = await backend.call('revision.changes', { paperId })
      setChanges(new Map(sizes.map(({ id, added, removed }) => [id ?? PRESENT, `+${added} −${removed}`])))
    } catch (error) {
      notify(failureMessage(error), { tone: 'bad' })
    }
  }, [backend, paperId])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is the reason to read again
  useEffect(() => void load(), [load, version])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the present text is read when it is compared
  const texts = useMemo(
    () => [presentText(currentText), ...(revisions ?? []).map((revision) => versionText(backend, revision, readText))],
    [backend, revisions, readText],
  )

  const keep = async () => {
    if (!name.trim()) return
    try {
      if (!(await beforeNaming())) return notify('刚才的改动还没有存好，请稍后再留存这一版。', { tone: 'bad' })
      await backend.call('revision.name', { paperId, name: name.trim() })
      setName('')
      setFieldKey((key) => key + 1)
      await load()
    } catch (error) {
      notify(failureMessage(error), { tone: 'bad' })
    }
  }

  return (
    <div className="revisions">
      <div className="revisions-new">
        <TextField
          key={fieldKey}
          label="把现在这一版留存"
          placeholder="例如：送审稿"
          value=""
          maxLength={60}
          onInput={setName}
          onEnter={() => void keep()}
        />
        <Button icon={<Bookmark aria-hidden />} isDisabled={!name.trim()} onPress={() => void keep()}>
          留存
        </Button>
      </div>
      <AuthorField />
      <p className="revisions-present">
        现在的文稿{changes.has(PRESENT) && `，比最近一版 ${changes.get(PRESENT)} 字`}
        <Button
          size="small"
          look="quiet"
          icon={<GitCompare aria-hidden />}
          onPress={() => setCompared({ older: revisions?.[0]?.id ?? PRESENT, newer: PRESENT })}
        >
          和别的文稿比较
        </Button>
      </p>
      {revisions?.length === 0 && <p className="pane-empty">还没有旧版本。{versionPolicyText()}</p>}
      <ol className="revisions-list">
        {revisions?.map((revision) => (
          <li key={revision.id}>
            <AriaButton className="revision" onPress={() => setCompared({ older: revision.id, newer: PRESENT })}>
              {revision.name ? <Bookmark aria-hidden /> : <History aria-hidden />}
              <strong>{revision.name || '自动留存'}</strong>
              <small>
                {momentText(revision.created)} · {revision.characters.toLocaleString('zh-CN')} 字
                {changes.has(revision.id) && ` · 比上一版 ${changes.get(revision.id)}`}
                {revision.author && ` · ${revision.author}`}
              </small>
            </AriaButton>
          </li>
        ))}
      </ol>
      {revisions && revisions.length > 0 && <p className="pane-note">{versionPolicyText()}</p>}
      {compared && (
        <RevisionDialog
          paperId={paperId}
          texts={texts}
          revisions={revisions ?? []}
          {...compared}
          onClose={() => setCompared(null)}
          onRestore={async (revision) => {
            await onRestore(revision)
            setCompared(null)
            await load()
          }}
        />
      )}
    </div>
  )
}
