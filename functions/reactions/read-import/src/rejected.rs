//! The rejected rows as a file: their own columns and an `error` column, to be mended and uploaded again (IMP-1).

use domain::{
    Locale, Problem,
    csv_file::{Delimiter, write},
    import::{Import, Row},
};
use runtime::{App, Words};

/// How many chunks are listed at once.
const AT_ONCE: usize = 100;

/// Writes the file anew from the preview, in the account's language. Memory: one chunk and one part of the upload.
pub async fn write(app: &App, import: &Import, locale: Locale) -> Result<(), Problem> {
    let header = import.header.clone().unwrap_or_default();
    let delimiter = import.format.map_or(Delimiter::Comma, |format| format.delimiter);
    let mut line = write::MARK.to_vec();
    write::row(header.names.iter().map(String::as_str).chain(["error"]), delimiter, &mut line);
    let mut file = app.files()?.writer(&import.rejected_key(), "text/csv; charset=utf-8");
    file.write(&line).await?;
    let mut from = 0;
    loop {
        let chunks = app.store().chunks(import, from, AT_ONCE).await?;
        let at_end = chunks.len() < AT_ONCE;
        for chunk in chunks {
            from = chunk.number + 1;
            if chunk.counts.rejected() == 0 {
                continue;
            }
            line.clear();
            let rows = Row::read_all(&app.files()?.load(&import.rows_key(chunk.number)).await?)?;
            for row in rows.iter().filter(|row| !row.verdict.is_written()) {
                append(row, header.names.len(), (Words(locale), delimiter), &mut line);
            }
            file.write(&line).await?;
        }
        if at_end {
            return file.finish().await;
        }
    }
}

fn append(row: &Row, columns: usize, (words, delimiter): (Words, Delimiter), out: &mut Vec<u8>) {
    let told = |error: &domain::FieldError| match error.field.as_str() {
        "" => words.row(error),
        field => format!("{field}: {}", words.row(error)),
    };
    let error = row.errors.iter().map(told).collect::<Vec<_>>().join(" ");
    // A row with too few cells still has its error in the last column.
    let cells =
        row.cells.iter().map(String::as_str).chain(std::iter::repeat("")).take(columns.max(row.cells.len()));
    write::row(cells.chain([error.as_str()]), delimiter, out);
}
