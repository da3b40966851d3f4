import type { Ledger } from '../../shared/model/rectification/ledger.ts'
import type { OfficeRules } from '../../shared/model/rectification/office-rules.ts'
import { ledgerStatistics } from '../../shared/model/rectification/statistics.ts'
import { compareFigures, type LedgerFigures } from '../../shared/model/rectification/statistics-sheet.ts'
import type { IsoDate } from '../../shared/text/dates.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

interface FiguresDialogProps {
  /** Of a 统计表 that was read. */
  figures: LedgerFigures
  ledger: Ledger
  rules: OfficeRules
  today: IsoDate
  onClose(): void
}

/** A 统计表 that came back: whether it says what the ledger says. Figures are counted, never taken over. */
export function FiguresDialog({ figures, ledger, rules, today, onClose }: FiguresDialogProps) {
  const differences = compareFigures(figures, ledgerStatistics(ledger, rules, today))
  return (
    <Dialog
      title="核对统计表"
      onClose={onClose}
      footer={
        <Button look="primary" onPress={onClose}>
          知道了
        </Button>
      }
    >
      <p role="status">
        {differences.length === 0
          ? '表里的数和台账算出来的都一样。'
          : `有${differences.length}个数和台账不一样。数是从台账算的，不从表里读入；要改请改台账。`}
      </p>
      {differences.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">表里</th>
              <th scope="col">台账</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ name, file, here }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{file}</td>
                <td>{here}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  )
}
