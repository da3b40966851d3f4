import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'

export interface MenuEntry {
  id: string
  label: string
  /** A word of explanation under the label. */
  note?: string
  icon?: ReactNode
  shortcut?: string
  isDisabled?: boolean
  isDangerous?: boolean
  /** A line is drawn before it. */
  startsGroup?: boolean
  run(): void
}

interface MenuButtonProps {
  label: string
  /** Only the icon is shown, the label is said. */
  iconOnly?: boolean
  icon?: ReactNode
  look?: 'primary' | 'plain' | 'quiet'
  entries: readonly MenuEntry[]
}

export function MenuButton({ label, iconOnly = false, icon, look = 'plain', entries }: MenuButtonProps) {
  return (
    <MenuTrigger>
      <Button
        aria-label={iconOnly ? label : undefined}
        className={`button button-${look} ${iconOnly ? 'button-icon' : 'button-normal'}`}
      >
        {icon}
        {!iconOnly && <span>{label}</span>}
        {!iconOnly && <ChevronDown aria-hidden className="button-more" />}
      </Button>
      <Popover className="popover" offset={4}>
        <Menu className="list" onAction={(id) => entries.find((entry) => entry.id === id)?.run()}>
          {entries.flatMap((entry) => [
            ...(entry.startsGroup ? [<Separator key={`${entry.id}-line`} className="list-line" />] : []),
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              isDisabled={entry.isDisabled ?? false}
              className={`list-item${entry.isDangerous ? ' list-item-danger' : ''}`}
            >
              <span className="list-item-mark">{entry.icon}</span>
              <span>{entry.label}</span>
              {entry.note && <span className="list-item-note">{entry.note}</span>}
              {entry.shortcut && <kbd className="list-item-key">{entry.shortcut}</kbd>}
            </MenuItem>,
          ])}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
