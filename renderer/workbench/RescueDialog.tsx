import { momentText } from '../text/format-time.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Difference } from '../ui/Difference.tsx'
import type { EmergencyCopy } from './emergency-copy.ts'

interface RescueDialogProps {
  copy: EmergencyCopy
  /** The stored text. */
  storedText: string
  copyText: string
  onUse(): void
  onDrop(): void
  onLater(): void
}

/** A text that could not be saved at an earlier time: look at it, take it, or let it go. */
export function RescueDialog({ copy, storedText, copyText, onUse, onDrop, onLater }: RescueDialogProps) {
  return (
    <Dialog
      title="上次有一份没存上的文稿"
      size="sheet"
      onClose={onLater}
      footer={
        <>
          <p className="dialog-foot-note">现在的这一份会先留存一版，选错了也能换回来。</p>
          <Button look="danger" onPress={onDrop}>
            不要了
          </Button>
          <Button onPress={onLater}>以后再说</Button>
          <Button look="primary" onPress={onUse}>
            用没存上的这一份
          </Button>
        </>
      }
    >
      <div className="revision-view">
        <p>
          {momentText(copy.kept)}
          的文稿当时没能写进资料库，留在了这台电脑上。下面是它和已存的文稿的不同：加下划线的是没存上的。
        </p>
        <Difference older={storedText} newer={copyText} label="没存上的改动" />
      </div>
    </Dialog>
  )
}
