//! Skipping values without decoding them.

use super::{invalid::Invalid, kind::Kind, reader::JsonReader};

impl<'a> JsonReader<'a> {
    /// Reads a value of any kind and drops it.
    ///
    /// # Errors
    ///
    /// When the value is malformed: skipped text is checked like any other.
    pub fn skip(&mut self) -> Result<(), Invalid> {
        match self.kind() {
            Kind::String => self.skip_string(),
            Kind::Number => self.number().map(drop),
            Kind::Null if self.take_word("null") => Ok(()),
            Kind::Boolean if self.take_word("true") || self.take_word("false") => Ok(()),
            Kind::List => self.skip_list(),
            Kind::Object => self.skip_object(),
            Kind::Null | Kind::Boolean | Kind::Nothing => Err(self.malformed("a value")),
        }
    }

    /// Reads a value of any kind and returns its text.
    ///
    /// # Errors
    ///
    /// When the value is malformed.
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::JsonReader;
    ///
    /// let mut json = JsonReader::new(b" [1, 2] ");
    /// assert_eq!(json.raw()?, "[1, 2]");
    /// # Ok::<_, deskpro_runtime::Invalid>(())
    /// ```
    pub fn raw(&mut self) -> Result<&'a str, Invalid> {
        let start = self.at;
        self.skip()?;
        Ok(self.text.get(start..self.at).unwrap_or_default())
    }

    /// Whether the next value is `""`, `[]` or `{}`.
    #[inline]
    pub(super) fn is_empty_value(&self) -> bool {
        match self.byte() {
            Some(b'"') => self.rest().get(1) == Some(&b'"'),
            Some(b'[') => self.is_closed_by(b']'),
            Some(b'{') => self.is_closed_by(b'}'),
            _ => false,
        }
    }

    /// Whether nothing but white space stands between the next character and this one.
    #[inline(never)]
    fn is_closed_by(&self, close: u8) -> bool {
        let inside = self.rest().get(1..).unwrap_or_default();
        inside.iter().find(|byte| !matches!(byte, b' ' | b'\n' | b'\r' | b'\t')) == Some(&close)
    }

    fn skip_list(&mut self) -> Result<(), Invalid> {
        let mut index = 0;
        let mut more = self.open(b']')?;
        while more {
            self.skip().map_err(|invalid| invalid.in_item(index))?;
            index += 1;
            more = self.more(b']')?;
        }
        Ok(())
    }

    fn skip_object(&mut self) -> Result<(), Invalid> {
        let mut more = self.open(b'}')?;
        while more {
            let name = self.key()?;
            self.colon()?;
            self.skip().map_err(|invalid| invalid.in_member(&name))?;
            more = self.more(b'}')?;
        }
        Ok(())
    }
}
