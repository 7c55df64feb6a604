//! The file that shows how it is done.

/// A file with every column and three customers who don't exist, in UTF-8 and with CRLF.
#[must_use]
pub const fn sample() -> &'static str {
    concat!(
        "first_name,last_name,email,email_aliases,company,job_title,department,",
        "office_phone,mobile_phone,other_phone,fax,address,notes\r\n",
        "Ada,Lovelace,ada@example.com,,\"Analytical Engines, Ltd.\",Head of Research,Research,",
        "+44 20 7946 0101,+44 7700 900101,,,,A comma in a cell needs quotes around the cell.\r\n",
        "Blaise,Pascal,blaise@example.org,\"b.pascal@example.org, pascal@example.org\",Pascaline,Accountant,Finance,",
        "+33 1 99 00 01 02,,,,,Several aliases stand in one cell with commas between them.\r\n",
        "Maria,Mitchell,maria@example.com,,Nantucket Observatory,Astronomer,,",
        "+1 202 555 0103,,,+1 202 555 0104,\"4 Vestal Street\r\nNantucket, MA 02554\",",
        "\"Says: \"\"A quote in a cell is doubled.\"\"\"\r\n",
    )
}
