//! Walking through objects and lists whose members are not known beforehand.

use super::{invalid::Invalid, reader::JsonReader};
use crate::drift::What;

impl<'a> JsonReader<'a> {
    /// Calls `member` for every member of an object, with its name and the reader before its value.
    ///
    /// `member` has to read that value, [`skip`](Self::skip) it or fail. `null` and `[]` are read
    /// as an empty object. Members come in the order of the text, repeated ones repeatedly.
    ///
    /// # Errors
    ///
    /// When the next value is no object, or when `member` fails.
    pub fn object_with(
        &mut self,
        member: &mut dyn FnMut(&str, &mut JsonReader<'a>) -> Result<(), Invalid>,
    ) -> Result<(), Invalid> {
        if self.byte() != Some(b'{') {
            return self.no_object();
        }
        // Whose names these are nobody knows: they may be data.
        self.note(What::Map);
        self.members_with(member)
    }

    /// The same for an object that is there, and whose members have the names of a description.
    pub(crate) fn members_with(
        &mut self,
        member: &mut dyn FnMut(&str, &mut JsonReader<'a>) -> Result<(), Invalid>,
    ) -> Result<(), Invalid> {
        let mut more = self.open(b'}')?;
        while more {
            let name = self.key()?;
            self.colon()?;
            member(&name, self).map_err(|invalid| invalid.in_member(&name))?;
            more = self.more(b'}')?;
        }
        Ok(())
    }

    /// Calls `item` for every item of a list, with the reader before the item.
    ///
    /// `item` has to read that value, [`skip`](Self::skip) it or fail. `null` and `""` are read as
    /// an empty list, an object as the list of its values: that is how PHP writes a list with
    /// gaps.
    ///
    /// # Errors
    ///
    /// When the next value is nothing of that, or when `item` fails.
    pub fn list_with(
        &mut self,
        item: &mut dyn FnMut(&mut JsonReader<'a>) -> Result<(), Invalid>,
    ) -> Result<(), Invalid> {
        match self.byte() {
            Some(b'[') => {}
            Some(b'{') => {
                self.note(What::Items);
                return self.members_with(&mut |_, json| item(json));
            }
            _ => return self.no_list(),
        }
        let mut index = 0;
        let mut more = self.open(b']')?;
        while more {
            item(self).map_err(|invalid| invalid.in_item(index))?;
            index += 1;
            more = self.more(b']')?;
        }
        Ok(())
    }

    /// Reads what stands for an empty object: `null` or `[]`.
    pub(super) fn no_object(&mut self) -> Result<(), Invalid> {
        if self.take_null() {
            return Ok(());
        }
        let start = self.clone();
        if self.byte() == Some(b'[') && !self.open(b']')? {
            return Ok(());
        }
        Err(start.unexpected("an object"))
    }

    /// Reads what stands for an empty list: `null` or `""`.
    fn no_list(&mut self) -> Result<(), Invalid> {
        if self.take_null() || self.take_word("\"\"") {
            return Ok(());
        }
        Err(self.unexpected("a list"))
    }
}
