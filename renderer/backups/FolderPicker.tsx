import { CornerLeftUp, Folder, HardDrive } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

interface FolderPickerProps {
  onClose(): void
  onChoose(placeId: string): void
}

/** Walks the folders of this machine, sticks and other disks first. */
export function FolderPicker({ onClose, onChoose }: FolderPickerProps) {
  const backend = useBackend()
  const [shown, setShown] = useState<CommandOutput<'place.list'> | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const show = useCallback(
    async (id: string | null) => {
      try {
        setShown(await backend.call('place.list', { id }))
        setProblem(null)
      } catch (error) {
        setProblem(failureMessage(error))
      }
    },
    [backend],
  )
  useEffect(() => void show(null), [show])

  const here = shown?.here ?? null
  return (
    <Dialog
      title="备份另存到哪里"
      onClose={onClose}
      footer={
        <>
          <p className="dialog-foot-note">
            {here ? `会在“${here.name}”里建“会备备份”文件夹。` : '先选一个盘或文件夹。'}
          </p>
          <Button onPress={onClose}>取消</Button>
          <Button look="primary" isDisabled={!here} onPress={() => here && onChoose(here.id)}>
            就存这里
          </Button>
        </>
      }
    >
      {problem && (
        <p className="banner banner-bad" role="alert">
          {problem}
        </p>
      )}
      <ul className="places" aria-label={here ? here.name : '盘和文件夹'}>
        {here && (
          <li>
            <AriaButton className="place" onPress={() => void show(shown?.parent ?? null)}>
              <CornerLeftUp aria-hidden />
              上一层
            </AriaButton>
          </li>
        )}
        {shown?.places.map((place) => (
          <li key={place.id}>
            <AriaButton className="place" onPress={() => void show(place.id)}>
              {here ? <Folder aria-hidden /> : <HardDrive aria-hidden />}
              {place.name}
            </AriaButton>
          </li>
        ))}
        {here && shown?.places.length === 0 && <li className="pane-empty">这里面没有文件夹。</li>}
      </ul>
    </Dialog>
  )
}
