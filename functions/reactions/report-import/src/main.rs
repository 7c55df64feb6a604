//! The function `report-import`.

fn main() -> Result<(), runtime::Error> {
    runtime::listen(report_import::handle)
}
