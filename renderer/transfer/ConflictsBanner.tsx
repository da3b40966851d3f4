import { GitMerge } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import './transfer.css'

interface ConflictsBannerProps {
  count: number
  onOpen(): void
}

/** Says for as long as it is so that an import left something to be decided. */
export function ConflictsBanner({ count, onOpen }: ConflictsBannerProps) {
  if (count === 0) return null
  return (
    <div className="banner banner-care conflicts-banner" role="status">
      <GitMerge aria-hidden />
      <p>导入的会议和这里的有 {count} 处改得不一样，两边的都留着。</p>
      <Button size="small" onPress={onOpen}>
        逐处来定
      </Button>
    </div>
  )
}
