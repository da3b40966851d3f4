import type { ReadTable } from '../../shared/model/rectification/ledger-table.ts'

/** Shown of a long list. */
const MOST = 50

/** What in a table could not be read, by row and column. */
export function TableFaults({ faults }: Pick<ReadTable, 'faults'>) {
  return (
    <div className="banner banner-bad" role="alert">
      <div>
        <p>有{faults.length}处看不懂，整张表都没有列入。改好以后再来一次。</p>
        <ul className="entry-faults">
          {faults.slice(0, MOST).map(({ row, column, message }) => (
            <li key={`${row}${column}${message}`}>
              {row > 0 && `第${row}行`}
              {column && ` ${column}：`} {message}
            </li>
          ))}
          {faults.length > MOST && <li>……还有{faults.length - MOST}处</li>}
        </ul>
      </div>
    </div>
  )
}
