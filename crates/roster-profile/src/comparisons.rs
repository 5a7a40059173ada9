//! What a profile file says of two columns together.

use roster_rules::{ActiveProfile, Demand, Sign, What, kind_of};
use roster_standard::{AnyColumn, LocalKind};

use crate::COMPARISON;
use crate::demands::{hint, level};
use crate::fields::one_of;
use crate::node::{At, Node, Table, Wrong};
use crate::profile::any_column;

pub(crate) fn read(active: &mut ActiveProfile, table: &Table) -> Result<(), Wrong> {
    for node in table.list("comparisons")? {
        let demand = comparison(active, node)?;
        active.demands.push(demand);
    }
    Ok(())
}

fn comparison(active: &ActiveProfile, node: &Node) -> Result<Demand, Wrong> {
    let table = node.table("comparisons")?;
    table.only(COMPARISON)?;
    let side = |key: &str| -> Result<(AnyColumn, At), Wrong> {
        let (text, at) = table.text(key)?.ok_or_else(|| missing(node.at, key))?;
        Ok((any_column(&active.listed.locals, text, at)?, at))
    };
    let (left, _) = side("left")?;
    let (right, at) = side("right")?;
    if left == right {
        return Err(Wrong::new(
            at,
            "这一列不能与自己相比，left 和 right 要写两列",
            "a column is not compared with itself; left and right are two columns",
        ));
    }
    let signs = Sign::ALL.map(|it| (it.key(), it));
    let (text, sign_at) = table.text("is")?.ok_or_else(|| missing(node.at, "is"))?;
    let sign = one_of((text, sign_at), "is", &signs)?;
    let (kind, other) = (
        kind_of(left, &active.listed),
        kind_of(right, &active.listed),
    );
    if kind != other {
        return Err(Wrong::new(
            at,
            format!(
                "两列不能相比：一列是 {}，另一列是 {}",
                kind.key(),
                other.key()
            ),
            format!(
                "the two cannot be compared: one is {}, the other {}",
                kind.key(),
                other.key()
            ),
        ));
    }
    if kind == LocalKind::Text && !matches!(sign, Sign::Equal | Sign::Different) {
        return Err(Wrong::new(
            sign_at,
            format!("文字只能用“=”或“!=”相比，不能用“{text}”；数字和日期的列请写 kind"),
            format!(
                "texts are compared by \"=\" or \"!=\", not \"{text}\"; give columns of numbers or dates their kind"
            ),
        ));
    }
    Ok(Demand {
        column: left,
        what: What::Compare {
            sign,
            with: right,
            kind,
        },
        level: level(table)?,
        has_level: table.get("level").is_some(),
        hint: hint(table)?,
    })
}

fn missing(at: At, key: &str) -> Wrong {
    Wrong::new(
        at,
        format!(
            "这里没有写“{key}”；要写 left、is、right，如 left = \"local.end\", is = \">=\", right = \"local.start\""
        ),
        format!(
            "\"{key}\" is missing; a comparison has left, is and right, as in left = \"local.end\", is = \">=\", right = \"local.start\""
        ),
    )
}
