//! Names for invented people, composed from written lists.
//! Deliberately no list of whole names: nobody is copied into a roster.

use super::rng::Rng;

/// Surnames with weights; frequent ones are flattened, so that few pupils share surname and birthday.
const SURNAMES: &[(usize, &[&str])] = &[
    (30, &["王", "李", "张", "刘", "陈"]),
    (
        20,
        &["杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高"],
    ),
    (
        12,
        &[
            "林", "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董",
            "萧", "程", "曹", "袁", "邓", "许",
        ],
    ),
    (
        7,
        &[
            "傅", "沈", "曾", "彭", "吕", "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛", "叶",
            "阎", "余", "潘", "杜", "戴", "夏", "钟", "汪", "田", "任", "姜", "范", "方", "石",
            "姚", "谭", "廖", "邹", "熊", "金", "陆", "郝", "孔", "白", "崔", "康",
        ],
    ),
    (
        3,
        &[
            "毛", "邱", "秦", "江", "史", "顾", "侯", "邵", "孟", "龙", "万", "段", "雷", "钱",
            "汤", "尹", "黎", "易", "常", "武", "乔", "贺", "赖", "龚", "文", "庞", "樊", "兰",
            "殷", "施", "陶", "洪", "翟", "安", "颜", "倪", "严", "牛", "温", "芦", "季", "俞",
            "章", "鲁", "葛",
        ],
    ),
    (
        1,
        &[
            "欧阳", "司马", "上官", "诸葛", "皇甫", "尉迟", "令狐", "慕容",
        ],
    ),
];

/// Characters for given names, about three hundred.
const GIVEN: &str = "安柏宝北本碧冰博采彩灿畅辰晨成诚澄初川传春淳纯聪达丹道德迪典鼎定冬东栋端朵恩尔帆凡方芳飞菲丰峰枫\
凤福甫歌格庚耕谷光广桂国海涵寒翰瀚航昊浩皓禾和河荷恒衡弘宏虹鸿华桦怀欢焕卉惠慧积基吉际济佳家嘉坚\
建剑江杰洁捷婕锦瑾劲京经晶景靖静敬居菊娟君俊军骏开凯康可克宽坤昆岚澜朗乐磊蕾力立莉丽俐莲良亮谅辽\
林琳霖灵凌玲龄令龙隆露鲁陆鹿璐路伦洛络满曼茂梅玫媚萌梦米密敏名明鸣铭茗陌默木牧慕娜南楠宁凝培佩朋\
鹏蓬品平萍苹屏璞朴齐奇琪琦祺启千谦倩乔青清晴庆秋裘然冉染仁韧荣容蓉融如儒汝瑞润若森沙山珊善尚韶少\
绍申深慎升声胜晟诗石时实仕书舒淑树双爽水顺思斯松嵩颂苏素岁泰棠桃陶腾天田恬廷亭庭婷桐彤童图万望微\
薇巍维伟玮苇蔚温文闻雯汶武希昔惜溪熙曦霞夏先贤显现宪献祥翔晓笑新心欣馨鑫星兴行杏幸雄秀旭煦萱轩玄\
学雪勋言妍岩研彦艳雁燕阳扬瑶耀业叶一依怡宜宇羽雨语玉育钰毓元园圆源远苑月岳悦越云芸韵泽展章昭哲真\
臻正政之知芝枝志致智中钟舟州珠竹卓姿子梓紫宗祖佐";

/// Parts of names written with a middle dot: a given name and the father's.
const DOTTED: (&[&str], &[&str], &[&str]) = (
    &[
        "买买提",
        "艾尔肯",
        "吐尔逊",
        "阿布都拉",
        "依明",
        "库尔班",
        "帕尔哈提",
        "玉素甫",
        "叶尔兰",
    ],
    &[
        "古丽娜尔",
        "阿依古丽",
        "热依汗",
        "帕提古丽",
        "迪丽努尔",
        "米热依",
        "阿米娜",
        "努尔古丽",
    ],
    &[
        "阿不力孜",
        "热合曼",
        "赛买提",
        "吾斯曼",
        "肉孜",
        "托合提",
        "卡德尔",
        "伊力哈木",
        "尼亚孜",
        "马合木提",
    ],
);

/// Names of four characters without a dot.
const UNDOTTED: (&[&str], &[&str], &[&str]) = (
    &["扎西", "次仁", "丹增", "索朗", "洛桑", "嘎玛"],
    &["卓玛", "央金", "白玛", "拉姆", "曲珍", "德吉"],
    &["顿珠", "平措", "旺堆", "罗布", "多吉", "达瓦"],
);

/// Characters that old systems cannot show, each a real character of Unicode.
const RARE: &[&str] = &["䶮", "㛃", "𬭚", "𣲗", "𫍯", "𠮷", "𤩽", "𬀩"];

/// Draws names; made once, since the lists are weighted.
#[derive(Debug)]
pub(super) struct Names {
    surnames: Vec<&'static str>,
    given: Vec<char>,
}

impl Names {
    pub(super) fn new() -> Self {
        let mut surnames = Vec::new();
        for (weight, group) in SURNAMES {
            for surname in *group {
                surnames.extend(std::iter::repeat_n(*surname, *weight));
            }
        }
        Self {
            surnames,
            given: GIVEN.chars().collect(),
        }
    }

    pub(super) fn surname(&self, rng: &mut Rng) -> &'static str {
        rng.pick(&self.surnames)
    }

    /// A given name of two characters, in one case of seven of one.
    pub(super) fn given(&self, rng: &mut Rng) -> String {
        let mut name = String::with_capacity(6);
        let first = rng.pick(&self.given);
        name.push(first);
        if rng.below(7) > 0 {
            name.push(rng.pick(&self.given));
        }
        name
    }

    /// A given name that ends in a character outside the old character sets.
    pub(super) fn rare_given(&self, rng: &mut Rng) -> String {
        format!("{}{}", rng.pick(&self.given), rng.pick(RARE))
    }
}

/// A name with a middle dot, as Uyghur and Kazakh pupils have it.
pub(super) fn dotted(rng: &mut Rng, male: bool) -> String {
    let given = rng.pick(if male { DOTTED.0 } else { DOTTED.1 });
    format!("{given}·{}", rng.pick(DOTTED.2))
}

/// A Tibetan name.
pub(super) fn undotted(rng: &mut Rng, male: bool) -> String {
    let given = rng.pick(if male { UNDOTTED.0 } else { UNDOTTED.1 });
    format!("{given}{}", rng.pick(UNDOTTED.2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_have_their_sizes() {
        let names = Names::new();
        let surnames: usize = SURNAMES.iter().map(|(_, group)| group.len()).sum();
        assert!((110..=140).contains(&surnames), "{surnames}");
        assert!(
            (280..=420).contains(&names.given.len()),
            "{}",
            names.given.len()
        );
    }

    #[test]
    fn every_dotted_name_has_one_middle_dot() {
        let mut rng = Rng::new(1);
        for turn in 0..100 {
            let name = dotted(&mut rng, turn % 2 == 0);
            assert_eq!(name.matches('·').count(), 1);
            assert!(name.chars().count() <= 18);
        }
    }
}
