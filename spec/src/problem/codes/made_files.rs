//! Codes of files that are made of a description, and of the folders that they go to.

codes! {
    20_001 STALE_FILE {
        title: "a generated file is not what the description says",
        text: "The description, or the generator, changed and the file was not written again, or somebody edited the file. The place is the first line that differs. Run the command that the message names and commit what it writes; what was edited by hand belongs into the description.",
        wrong: "$ git commit spec/deskpro\n",
        right: "$ cargo codegen\n$ git commit spec/deskpro generated-client\n",
    }
    20_002 MISSING_FILE {
        title: "a file that the description makes is not there",
        text: "A resource was added to the description and its file was not written, or not committed. Run the command that the message names and add what it writes.",
        wrong: "$ cargo codegen\n$ git commit -a    # leaves new files out\n",
        right: "$ cargo codegen\n$ git add generated-client\n$ git commit\n",
    }
    20_003 ORPHAN_FILE {
        title: "nothing makes a file any more",
        text: "The folder belongs to the generator, and this file is not among those that the description makes: its resource is gone or has another name, or it was put there by hand. Run the command that the message names, which removes what it once wrote, and keep files of your own elsewhere.",
        wrong: "src/generated/mod.rs\nsrc/generated/my_additions.rs\n",
        right: "src/generated/mod.rs\nsrc/my_additions.rs\n",
    }
    20_004 UNREADABLE_OUTPUT {
        title: "what is there already cannot be read",
        text: "To say what changed, and to write nothing in vain, the files that are there are read first. A file stands where a folder should be, or the rights to read are missing.",
        wrong: "$ deskpro-codegen check --spec api.yaml --out README.md\n",
        right: "$ deskpro-codegen check --spec api.yaml --out src/generated\n",
    }
    20_005 UNWRITABLE_OUTPUT {
        title: "a file cannot be written",
        text: "The folder is missing, holds files that were not generated and would be lost, or may not be written to. A folder for generated files holds nothing else, since what nothing generates any more is removed from it.",
        wrong: "$ deskpro-codegen --spec api.yaml --out src\n",
        right: "$ deskpro-codegen --spec api.yaml --out src/generated\n",
    }
}
