import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components'

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger'

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className'> {
  look?: ButtonLook
  size?: 'normal' | 'small'
  icon?: ReactNode
  children: ReactNode
}

export function Button({ look = 'plain', size = 'normal', icon, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={`button button-${look} button-${size}`}>
      {icon}
      <span>{children}</span>
    </AriaButton>
  )
}

interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className'> {
  /** Said by the tooltip and to screen readers. */
  label: string
  /** Shown in the tooltip behind the label: F8. */
  shortcut?: string
  icon: ReactNode
}

export function IconButton({ label, shortcut, icon, ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton {...props} aria-label={label} className="button button-quiet button-icon">
        {icon}
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        {label}
        {shortcut && <kbd>{shortcut}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}
