import { StrictMode, useMemo, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { BackendContext } from '../../../../renderer/backend/backend-context.ts'
import { Editor } from '../../../../renderer/editor/Editor.tsx'
import type { EditorHandle, Highlight, HighlightSet } from '../../../../renderer/editor/editor-handle.ts'
import { PrintPreview } from '../../../../renderer/print/PrintPreview.tsx'
import type { Backend } from '../../../../shared/contract/backend.ts'
import { Failure } from '../../../../shared/contract/failures.ts'
import { factTexts } from '../../../../shared/model/facts.ts'
import { readPaper, writePaper } from '../../../../shared/model/paper.ts'
import type { PaperNode } from '../../../../shared/model/schema.ts'
import { defaultSettings } from '../../../../shared/model/settings.ts'
import { builtInPack } from '../../../../shared/packs/pack.ts'
import '../../../../renderer/ui/tokens.css'
import '../../../../renderer/ui/base.css'

/** There is no host here: what only some hosts can do is not offered. */
const noBackend: Backend = { call: () => Promise.reject(new Failure('disconnected')), on: () => () => undefined }

/** The editor alone, and what a test may ask of it. */
export interface Stage {
  handle: EditorHandle
  /** Documents told to the app so far. */
  changes: number
  /** Whether one was told while an input method was composing. */
  toldWhileComposing: boolean
  clicked: string[]
  activated: string[]
  paper(): string
  setFacts(values: Record<string, string>): void
  light(items: Highlight[]): void
  preview(shown: boolean): void
}

function App({ doc }: { doc: PaperNode }) {
  const handle = useRef<EditorHandle>(null)
  const [values, setValues] = useState<Record<string, string>>({ unit: '柳溪镇' })
  const [highlights, setHighlights] = useState<HighlightSet | null>(null)
  const [preview, setPreview] = useState(false)
  const factText = useMemo(
    () => factTexts({ definitions: builtInPack.facts, values, people: [], settings: defaultSettings }),
    [values],
  )
  const stage = useRef<Stage | null>(null)
  stage.current ??= {
    get handle() {
      if (!handle.current) throw new Error('the editor does not stand yet')
      return handle.current
    },
    changes: 0,
    toldWhileComposing: false,
    clicked: [],
    activated: [],
    paper: () => writePaper((handle.current as EditorHandle).doc()),
    setFacts: setValues,
    light: (items) => {
      const { current } = handle
      if (current) setHighlights({ doc: current.doc(), view: current.view(), items })
    },
    preview: setPreview,
  }
  const { current } = stage
  window.stage = current
  return (
    <>
      <Editor
        ref={handle}
        paperId="stage"
        doc={doc}
        factText={factText}
        factDefinitions={builtInPack.facts}
        layout={defaultSettings.layout}
        highlights={highlights}
        onChange={() => {
          current.changes += 1
          current.toldWhileComposing ||= handle.current?.isComposing() ?? false
        }}
        onHighlightClick={(ids) => {
          current.clicked = ids
        }}
        onFactActivate={(key) => current.activated.push(key)}
      />
      {preview && handle.current && (
        <BackendContext value={noBackend}>
          <PrintPreview
            doc={handle.current.doc()}
            factText={factText}
            layout={defaultSettings.layout}
            title="讲话"
            onClose={() => setPreview(false)}
          />
        </BackendContext>
      )}
    </>
  )
}

declare global {
  interface Window {
    stage: Stage
    openStage(paper: string): void
  }
}

window.openStage = (paper) => {
  const mount = document.getElementById('app')
  if (mount)
    createRoot(mount).render(
      <StrictMode>
        <App doc={readPaper(paper)} />
      </StrictMode>,
    )
}
