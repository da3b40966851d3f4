import { PAPER_KIND_NAMES } from '../../shared/model/kinds.ts'
import { Button } from '../ui/Button.tsx'

/** Where a meeting has no paper yet: two ways to begin. */
export function NoPaper({ onCreate, onImport }: { onCreate(): void; onImport(): void }) {
  return (
    <div className="lone-message">
      <h1>这个会议还没有文稿</h1>
      <p>先写{PAPER_KIND_NAMES.speech}，程序按会议要素搭好提纲；也可以把写过的 .docx 或 .txt 拖进来。</p>
      <Button look="primary" onPress={onCreate}>
        写{PAPER_KIND_NAMES.speech}
      </Button>
      <Button onPress={onImport}>从文件导入…</Button>
    </div>
  )
}
